#!/bin/bash
# Builds ChangeDesk.app and a disk image, on a Mac: bash packaging/macos/build.sh
# Prepared, not built: this was never run on a Mac by its authors. Apple silicon, macOS 12 or later,
# Python 3.11 to 3.13 of python.org.
#
# To sign: CHANGEDESK_SIGN="Developer ID Application: …"; to have it notarised as well:
# CHANGEDESK_NOTARY=PROFILE, made with: xcrun notarytool store-credentials PROFILE
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
if [ "$(uname -s)" != Darwin ]; then
    echo "A bundle for macOS can only be built on a Mac: nothing was built." >&2
    exit 3
fi
cd "$root"
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0
work=$root/build/packaging/macos
rm -rf "$work"
mkdir -p "$work" dist
python3 -m venv "$work/environment"
for lock in runtime-macos build; do
    "$work/environment/bin/python" -m pip install --quiet --no-deps --only-binary=:all: \
        --require-hashes -r "packaging/locks/$lock.lock"
done
"$work/environment/bin/python" -m PyInstaller --noconfirm --clean \
    --distpath "$work/dist" --workpath "$work/tmp" packaging/changedesk.spec
app=$work/dist/ChangeDesk.app
version=$("$app/Contents/MacOS/changedesk" --version | cut -d ' ' -f 2)

if [ -n "${CHANGEDESK_SIGN:-}" ]; then
    find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 |
        xargs -0 -n 20 codesign --force --timestamp --options runtime --sign "$CHANGEDESK_SIGN"
    codesign --force --timestamp --options runtime --sign "$CHANGEDESK_SIGN" \
        --entitlements "$here/entitlements.plist" "$app"
    codesign --verify --deep --strict "$app"
else
    echo "NOT SIGNED: CHANGEDESK_SIGN names no identity" >&2
    codesign --force --deep --sign - "$app"
fi

"$app/Contents/MacOS/changedesk" --self-test
image=dist/changedesk-$version-macos-arm64.dmg
rm -f "$image"
hdiutil create -volname ChangeDesk -srcfolder "$app" -format UDZO -ov "$image"
if [ -n "${CHANGEDESK_NOTARY:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$CHANGEDESK_NOTARY" --wait
    xcrun stapler staple "$image"
else
    echo "NOT NOTARISED: on an offline Mac the user has to run, once:" >&2
    echo "    xattr -dr com.apple.quarantine /Applications/ChangeDesk.app" >&2
fi
echo "$image"
