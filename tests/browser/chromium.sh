#!/bin/sh
# Makes sure there is a Chromium to drive: an installed one, else Debian's package when root, else Playwright's own.
set -eu
bin=$1
for name in "${CHROMIUM:-chromium}" chromium chromium-browser google-chrome google-chrome-stable; do
	if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "Installing Debian's Chromium ..."
	export DEBIAN_FRONTEND=noninteractive
	if apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; then exit 0; fi
fi
echo "Installing Playwright's Chromium ..."
exec "$bin/playwright" install chromium
