#!/bin/sh
# unshare --mount --pid --fork run.sh TREE USER FOLDER COMMAND...: runs a command in a tree as a container engine would
# with --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges, as process 1. The network is the
# machine's. Needs root.
set -eu
tree=$1 user=$2 folder=$3
shift 3
mount --make-rprivate /
mount --bind "$tree" "$tree"
mount -o remount,bind,ro "$tree"
mount -t proc proc "$tree/proc"
mount --rbind /dev "$tree/dev"
mount -t tmpfs -o size=64m,mode=1777 tmpfs "$tree/tmp"
exec setpriv --no-new-privs --bounding-set=-all,+sys_chroot,+setuid,+setgid \
	chroot --userspec="$user:$user" "$tree" env --chdir="$folder" "$@"
