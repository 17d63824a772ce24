"""Files come in and go out by one door each."""

import ast

import pytest

from tests.architecture.tree import PRODUCT, imported, modules, plant

WRITES_TABLES = {"foundation/documents/tables.py"}
OPENS_UPLOADS = {"foundation/documents/uploads/office.py"}
TABLES = ("csv", "openpyxl", "xlsxwriter", "pandas", "odf", "ezodf", "xlwt")
PACKED = ("zipfile", "tarfile", "PIL", "pikepdf", "pypdf", "rarfile", "py7zr")


def importing(tree, libraries):
    """The files that import one of these."""
    return {
        module.where
        for module in modules(tree)
        for _line, name in imported(module.syntax)
        if name.split(".")[0] in libraries
    }


def keeping_files(tree):
    """The files that read what was uploaded from a request, or put bytes into a stored file."""
    return {
        module.where
        for module in modules(tree)
        for node in ast.walk(module.syntax)
        if (isinstance(node, ast.Name) and node.id == "ContentFile")
        or (isinstance(node, ast.Attribute) and node.attr == "FILES")
    }


def test_tables_are_written_in_one_place():
    assert importing(PRODUCT, TABLES) == WRITES_TABLES


def test_packed_files_are_opened_in_one_place():
    assert importing(PRODUCT, PACKED) == OPENS_UPLOADS


def test_what_is_uploaded_is_kept_by_one_function():
    assert keeping_files(PRODUCT) == {
        "foundation/documents/uploads/taking.py",
        # The form hands the file on; it keeps nothing.
        "foundation/ui/forms.py",
    }


def test_downloads_are_given_by_one_function():
    """Our own papers apart, which are made by us and shown by one function too."""
    found = {
        module.where
        for module in modules(PRODUCT)
        if "Content-Disposition" in module.path.read_text(encoding="utf-8")
    }
    assert found == {
        "foundation/documents/uploads/giving.py",
        "foundation/documents/paper.py",
    }


@pytest.mark.parametrize(
    "line", ["import csv", "from openpyxl import Workbook", "import csv as rows"]
)
def test_another_writer_is_seen(tmp_path, line):
    tree = plant(tmp_path, {"channels/statistics/views.py": line + "\n"})

    assert importing(tree, TABLES) == {"channels/statistics/views.py"}


@pytest.mark.parametrize("line", ["file = request.FILES['x']", "row.file = ContentFile(content)"])
def test_another_keeper_is_seen(tmp_path, line):
    tree = plant(tmp_path, {"channels/portal/views.py": line + "\n"})

    assert keeping_files(tree) == {"channels/portal/views.py"}
