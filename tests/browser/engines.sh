#!/bin/sh
# Makes sure there are a WebKit and a Firefox to drive: installed ones, else Debian's packages when root.
# What cannot be installed is skipped by name; where CI is set and Debian's packages are to be had, that is a failure.
set -eu
lacking=""
if ! command -v WebKitWebDriver >/dev/null 2>&1; then lacking="$lacking webkit2gtk-driver"; fi
if ! command -v Xvfb >/dev/null 2>&1; then lacking="$lacking xvfb"; fi
if ! command -v firefox-esr >/dev/null 2>&1 && ! command -v firefox >/dev/null 2>&1; then lacking="$lacking firefox-esr"; fi
if [ -z "$lacking" ]; then exit 0; fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
	echo "There is no right to install$lacking: the tests of these browsers will be skipped." >&2
	exit 0
fi
echo "Installing Debian's$lacking ..."
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq || true
failed=""
for package in $lacking; do # one by one, because not every Debian or Ubuntu has all of them
	apt-get install -y -qq --no-install-recommends "$package" >/dev/null || failed="$failed $package"
done
if [ -z "$failed" ]; then exit 0; fi
echo "Could not be installed:$failed. The tests of these browsers will be skipped." >&2
if [ -n "${CI:-}" ]; then exit 1; fi
