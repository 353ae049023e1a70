"""The minisign signature of SHA256SUMS: by the release key, or by one made for this build alone."""

import os
from pathlib import Path

from common.facts import BUILD, NAME, version
from common.files import fresh
from common.running import run, say, tool

KEY_VARIABLE = "CHANGEDESK_MINISIGN_KEY"
"""Names the file of the release's secret key; it is never in the repository."""

PUBLIC_VARIABLE = "CHANGEDESK_MINISIGN_PUBLIC"
THROWAWAY = "THROWAWAY-KEY.pub"


def sign(sums: Path) -> list[Path]:
    """Sign the file; without a release key by a throw-away one, whose public half lies beside."""
    program = tool("minisign", "minisign")
    secret = os.environ.get(KEY_VARIABLE)
    made = [sums.with_name(f"{sums.name}.minisig")]
    public = sums.with_name(THROWAWAY)
    public.unlink(missing_ok=True)
    if not secret:
        say("NO RELEASE KEY: signed by a key that is thrown away; this only tries the step")
        folder = fresh(BUILD / "throwaway")
        secret = str(folder / "secret.key")
        run(program, "-G", "-W", "-f", "-p", public, "-s", secret)
        made.append(public)
    run(program, "-S", "-s", secret, "-m", sums, "-t", f"{NAME} {version()}")
    if THROWAWAY in {path.name for path in made}:
        Path(secret).unlink()
    return made


def check(sums: Path) -> str:
    """Check the signature; return whose it is, raise `Failed` when it does not fit."""
    throwaway = sums.with_name(THROWAWAY)
    public = os.environ.get(PUBLIC_VARIABLE) or str(throwaway)
    run(tool("minisign", "minisign"), "-V", "-p", public, "-m", sums)
    return "the throw-away key" if public == str(throwaway) else "the release key"
