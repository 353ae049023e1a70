#!/bin/sh
# Runs inside a clean system, as root, without a network: see try_chroot.py, which sets
# VERSION, OLDER, STALE, MIME_TYPE and PROGRAM.
set -eu
say() { echo "chroot: $*"; }
fail() { echo "chroot: FAILED: $*"; exit 1; }
as_user() { su u -c "cd ~ && export LANG=C.UTF-8 HOME=/home/u && $1"; }
useradd -m u
[ "$(tail -n +3 /proc/net/dev | grep -vc '^ *lo:' || true)" = 0 ] || fail "there is a network"

dpkg -i /older.deb >/dev/null
[ -e "/$STALE" ] || fail "the older version was not installed"
dpkg -i /new.deb
[ ! -e "/$STALE" ] || fail "a stale file of the older version is still there"
[ "$(changedesk --version)" = "ChangeDesk $VERSION" ] || fail "the version is another"
say "upgraded from $OLDER, the stale file is gone"

as_user 'mkdir "Änderung Tisch (x)" && cd "Änderung Tisch (x)" && changedesk --self-test'
[ -z "$(as_user 'ls -A /tmp | grep -i changedesk || true')" ] || fail "the self-test left something"
[ ! -e /home/u/.local/share/ChangeDesk ] || fail "the self-test touched the user's own data"
if as_user 'touch /opt/changedesk/x' 2>/dev/null; then fail "a user can write to the program"; fi

as_user 'cd "Änderung Tisch (x)" && changedesk sample "Größe (1).changedesk" >/dev/null'
workspace='/home/u/Änderung Tisch (x)/Größe (1).changedesk'
kind=$(as_user "gio info -a standard::content-type '$workspace'" | sed -n 's/.*content-type: //p')
[ "$kind" = "$MIME_TYPE" ] || fail "the file type is $kind"
default=$(as_user "xdg-mime query default $MIME_TYPE")
[ "$default" = "$PROGRAM.desktop" ] || fail "the file opens with $default"
grep -q "^$MIME_TYPE=$PROGRAM.desktop" /usr/share/applications/mimeinfo.cache ||
    fail "the menu entry is not in mimeinfo.cache"
say "a workspace is $kind and opens with $default"

mkdir -p /screen && chown u /screen
su u -c 'Xvfb :7 -screen 0 1280x720x24 -fbdir /screen -nolisten tcp >/dev/null 2>&1 &
    echo $! >/screen/pid'
sleep 3
as_user "export DISPLAY=:7; gio open '$workspace' >/screen/said 2>&1"
seen=
for _ in $(seq 1 60); do
    sleep 1
    seen=$(as_user 'DISPLAY=:7 xdotool search --onlyvisible --name "Größe" 2>/dev/null' || true)
    seen=$(echo "$seen" | head -1)
    [ -n "$seen" ] && break
done
[ -n "$seen" ] || { cat /screen/said; fail "no window of the workspace appeared"; }
sleep 4
as_user "DISPLAY=:7 xdotool getwindowname $seen"
cp /screen/Xvfb_screen0 /picture.xwd
pgrep -u u -x "$PROGRAM" >/dev/null || fail "the program is not running any more"
pkill -u u -x "$PROGRAM" || true
kill "$(cat /screen/pid)" || true
if grep -v '^$' /screen/said; then fail "the program said something"; fi
say "a double click opened the window"

sleep 1
as_user "changedesk verify '$workspace'"
dpkg -r "$PROGRAM" >/dev/null
dpkg -P "$PROGRAM" >/dev/null 2>&1 || true
left=$(find /opt /usr /etc /var/lib -iname '*changedesk*' ! -path '/var/lib/dpkg/*' 2>/dev/null || true)
[ -z "$left" ] || fail "left behind: $left"
! grep -q changedesk /usr/share/applications/mimeinfo.cache 2>/dev/null ||
    fail "the menu entry is still in mimeinfo.cache"
[ -s "$workspace" ] || fail "the user's workspace is gone"
[ -d /home/u/.local/share/ChangeDesk ] || fail "the user's own data is gone"
say "removed; the user's files are all there"
