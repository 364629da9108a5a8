#!/bin/sh
# Makes sure there is something to build the image with: Docker, if its engine answers, or Podman, or Debian's buildah.
set -eu
if command -v docker >/dev/null 2>&1 && docker info >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
	if command -v podman >/dev/null 2>&1; then exit 0; fi
	echo "There is no Docker whose engine answers and no Podman here, and no right to install Debian's buildah." >&2
	exit 1
fi
if command -v buildah >/dev/null 2>&1 && command -v debootstrap >/dev/null 2>&1; then exit 0; fi
echo "Installing Debian's buildah and debootstrap ..."
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends buildah debootstrap >/dev/null
