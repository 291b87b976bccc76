"""The notebooks run from their first cell to the last, and are kept clean."""

import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "examples/notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> Any:
    """Each of the notebooks."""
    return nbformat.reads(request.param.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) > 4
    listed = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(path.name in listed for path in NOTEBOOKS)


def test_notebooks_are_kept_without_outputs(notebook: Any) -> None:
    nbformat.validate(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


# The libraries of Jupyter warn of each other, and of the event loops of Windows.
@pytest.mark.filterwarnings("ignore")
def test_every_cell_runs(notebook: Any) -> None:
    resources = {"metadata": {"path": str(FOLDER)}}
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources=resources)
    client.execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert outputs
    errors = [output for output in outputs if output.output_type == "error"]
    assert errors == []
    code = "".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert len(pictures) == code.count("verbale.plot.timeline(") + code.count("verbale.plot.dyads(")


def test_the_kernel_is_of_this_environment() -> None:
    assert Path(sys.prefix, "share/jupyter/kernels/python3/kernel.json").is_file()
