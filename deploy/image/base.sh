#!/bin/sh
# base.sh ARCHIVE: a base to try the image on where python's own cannot be pulled. Debian's minimal system of the same
# release with Debian's Python, pip in /usr/local as in python's own image, and this machine's certificates. Needs
# debootstrap and root.
set -eu
release=trixie
archive=$1
mkdir -p "$(dirname "$archive")"
root=$(mktemp -d "$(dirname "$archive")/base.XXXXXX")
trap 'rm -rf "$root"' EXIT
debootstrap --variant=minbase --include=ca-certificates,python3,python3-venv "$release" "$root" >&2
rm -f "$root"/usr/lib/python3*/EXTERNALLY-MANAGED
ln -s /usr/bin/python3 "$root/usr/local/bin/python"
pip=$(cd "$root" && ls usr/share/python-wheels/pip-*.whl)
chroot "$root" python3 "/$pip/pip" install --no-index --root-user-action=ignore "/$pip" >&2
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
printf '[global]\ncert = /etc/ssl/certs/ca-certificates.crt\n' > "$root/etc/pip.conf"
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/dev "$root/root/.cache"
mkdir "$root/dev"
tar -C "$root" --numeric-owner -cf "$archive.part" .
mv "$archive.part" "$archive"
