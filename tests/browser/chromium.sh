#!/bin/sh
# Makes sure there is a Chromium to drive. Without a desktop's interface it opens a page in four fifths of the time, so
# as root that one comes first, from Debian; then any that is installed, then Debian's with all, then Playwright's own.
set -eu
bin=$1
installed() { for name; do if command -v "$name" >/dev/null 2>&1; then exit 0; fi; done; }
debian() {
	if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then return; fi
	echo "Installing Debian's $1 ..."
	if apt-get update -qq && apt-get install -y -qq --no-install-recommends "$1" >/dev/null; then exit 0; fi
}
export DEBIAN_FRONTEND=noninteractive
installed ${CHROMIUM:+"$CHROMIUM"} chromium-headless-shell
debian chromium-headless-shell
installed chromium chromium-browser google-chrome google-chrome-stable
debian chromium
echo "Installing Playwright's Chromium ..."
exec "$bin/playwright" install chromium
