"""Builds the API pages of the Python package: `python guide/python_pages.py FOLDER`."""

import sys
import warnings
from pathlib import Path
from typing import Any, get_origin

import pdoc.doc
import pdoc.render
import verbale
import verbale._vocabulary
import verbale.plot

MODULES = ("verbale", "verbale.plot")


def build(folder: Path) -> None:
    """Writes the pages into a folder."""
    pdoc.render.configure(docformat="google", show_source=False, footer_text=f"verbale {verbale.__version__}")
    with warnings.catch_warnings():
        # What pdoc cannot resolve would be missing on a page.
        warnings.simplefilter("error")
        modules = {name: pdoc.doc.Module.from_name(name) for name in MODULES}
        describe_vocabularies(modules["verbale"])
        show_inherited(modules["verbale"])
        pages = {name: pdoc.render.html_module(module, modules) for name, module in modules.items()}
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "search.js").write_text(pdoc.render.search_index(modules), encoding="utf-8")
    for name, page in pages.items():
        file = folder.joinpath(*name.split(".")).with_suffix(".html")
        file.parent.mkdir(exist_ok=True)
        file.write_text(page, encoding="utf-8")


def describe_vocabularies(module: pdoc.doc.Module) -> None:
    """Gives the vocabularies their docstrings, which pdoc looks for in the module that names them only."""
    definitions = verbale.schema()["$defs"]
    home = pdoc.doc.Module(verbale._vocabulary)
    for name, member in module.members.items():
        if get_origin(getattr(verbale, name)) is None or name not in home.members:
            continue
        words = [f"- `{word['const']}`: {word['description']}" for word in meanings(name, definitions)]
        member.docstring = "\n".join([home.members[name].docstring, "", *words])
    module.members["__version__"].docstring = "The version of the package."


def show_inherited(module: pdoc.doc.Module) -> None:
    """Shows what a class has from a private one as its own: a reader finds it nowhere else."""
    for cls in module.members.values():
        if isinstance(cls, pdoc.doc.Class):
            for member in cls.members.values():
                if member.taken_from[0].startswith("verbale._"):
                    member.taken_from = (member.modulename, member.qualname)


def meanings(name: str, definitions: dict[str, Any]) -> list[dict[str, str]]:
    """The words of a vocabulary with what they mean, where a schema or the library says so."""
    if name == "ProblemCode":
        return [{"const": code, "description": told} for code, told in verbale.problem_codes().items()]
    words: list[dict[str, str]] = definitions.get(name, {}).get("oneOf", [])
    return words


if __name__ == "__main__":
    build(Path(sys.argv[1]))
