"""What a frozen program leaves out: parts of the libraries that ChangeDesk never calls.

The spec applies it to what PyInstaller gathered; the Windows tree to the files of the wheels.
"""

import re

from common.facts import LANGUAGES

# Modules of Python that are never imported: development, other toolkits, unused parts of Qt.
EXCLUDED_MODULES = (
    "IPython",
    "PIL.ImageQt",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtTest",
    "_pytest",
    "apsw",
    "doctest",
    "highspy",
    "hypothesis",
    "keyring",
    "lib2to3",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "mypy",
    "numpy",
    "markdown_it",
    "pdb",
    "pip",
    "pydantic.mypy",
    "pydantic.v1",
    "pydoc",
    "pygments",
    "pytest",
    "readline",
    "rich",
    "setuptools",
    "sqlite3",
    "test",
    "tkinter",
    "unittest",
)

# Names of files, as they stand in the wheels or in the bundle, with / between the parts.
_DROPPED_FILES = (
    # Plugins of Qt for devices, networks, databases and formats that are not used.
    r"plugins/(egldeviceintegrations|generic|networkinformation|tls|sqldrivers)/",
    r"plugins/(qmltooling|qmllint|designer|help|scxmldatamodel|texttospeech)/",
    r"plugins/platforms/lib?q(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc|direct2d)",
    r"plugins/platforms/q(minimal|direct2d)",
    r"plugins/platforms/libqwayland-egl",
    r"plugins/platformthemes/libqgtk3",  # drags in GTK, Pango, Cairo and GnuTLS
    r"plugins/platforminputcontexts/libqtvirtualkeyboard",
    r"plugins/platforminputcontexts/qtvirtualkeyboard",
    r"plugins/imageformats/(lib)?q(tiff|tga|wbmp|icns|pdf)",
    # Libraries of Qt; OpenGL software rendering for Windows alone is 20 MB.
    r"Qt6(Qml\w*|Quick\w*|VirtualKeyboard\w*|Egl\w*|OpenGLWidgets|Pdf\w*)(\.so|\.dll|$)",
    r"Qt6OpenGL\.dll",
    r"Qt6(Designer\w*|Help|Sql|Test|UiTools|Labs\w+|Concurrent)(\.so|\.dll|$)",
    r"opengl32sw\.dll",
    r"d3dcompiler_\w+\.dll",
    r"PySide6/(Qt/)?(qml|resources|typesystems|metatypes|glue|include|scripts|libexec|phrasebooks)/",
    r"\.pyi$",
    r"/py\.typed$",
    r"qtawesome/.*\.(py|json)$",  # its font of Remix icons is read, the package is never imported
    r"qtawesome/fonts/(fontawesome|codicon|elusive|materialdesignicons|phosphor)",
    r"openpyxl/.*/tests?/",
    r"PIL/_(avif|imagingtk)",
    r"(^|/)libavif",
    r"lib-dynload/readline\.",
    r"\.dist-info/",
    r"default-docx-template/",  # the unpacked source of the template that is read
    r"wayland-graphics-integration-client/lib(vulkan|drm-egl|shm-emulation)-server",
    r"wayland-shell-integration/lib(fullscreen-shell|ivi-shell|wl-shell)",
)
_DROPPED = re.compile("|".join(f"(?:{pattern})" for pattern in _DROPPED_FILES))

_QT_TRANSLATION = re.compile(r"translations/(\w+)\.qm$")
_KEPT_TRANSLATIONS = {f"qtbase_{language}" for language in LANGUAGES}


def is_dropped(name: str) -> bool:
    """Tell whether a file, named by its place below site-packages or the bundle, is left out."""
    place = name.replace("\\", "/")
    if place.startswith("resources/"):  # ours: all of it is used
        return False
    translation = _QT_TRANSLATION.search(place)
    if translation is not None and "PySide6" in place:
        return translation[1] not in _KEPT_TRANSLATIONS
    return _DROPPED.search(place) is not None


# Libraries of the building machine that go along; every other one is the target system's own, so
# that the bundle asks for no newer C++ or C library than Python and Qt themselves do.
_KEPT_FROM_HOST = re.compile(
    r"lib(python3|ffi|bz2|lzma|mpdec|z|xkbcommon|xkbcommon-x11|xcb-[\w-]+)[\d.]*\.so"
)


def is_host_library(name: str, source: str, own_places: tuple[str, ...]) -> bool:
    """Tell whether an entry is a library of the building machine that the target has itself.

    `own_places` are the folders of Python and of the environment: what lies there is ours.
    """
    base = name.rsplit("/", 1)[-1]
    if not re.match(r"lib[\w+.-]+\.so", base) or "/lib-dynload/" in f"/{name}":
        return False
    return not source.startswith(own_places) and not _KEPT_FROM_HOST.match(base)
