#!/bin/sh
# Makes sure there is an nginx to test with: an installed one, else Debian's package when root.
set -eu
for place in "${NGINX:-nginx}" /usr/sbin/nginx; do
	if command -v "$place" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
	echo "There is no nginx, and no right to install one: the tests behind a proxy will be skipped." >&2
	exit 0
fi
echo "Installing Debian's nginx ..."
export DEBIAN_FRONTEND=noninteractive
# The package would start a server of its own on port 80; a policy of the machine's own is left alone.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
	trap 'rm -f "$policy"' EXIT
	printf '#!/bin/sh\nexit 101\n' >"$policy"
	chmod +x "$policy"
fi
apt-get update -qq
apt-get install -y -qq --no-install-recommends nginx >/dev/null
