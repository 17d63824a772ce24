"""The files a page is drawn with: those of others as the manifest says, and our own in order."""

import hashlib
import json
import re
from pathlib import Path

import kaveri

ROOT = Path(kaveri.__file__).parent
UI = ROOT / "foundation/ui"
OWN = sorted((UI / "static/kaveri").glob("*.css"))


def test_every_file_of_others_is_the_one_the_manifest_names():
    manifest = json.loads((UI / "static/vendor/manifest.json").read_text())
    named = {name: sha for package in manifest for name, sha in package["files"].items()}
    there = {
        str(path.relative_to(UI)): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("static/vendor", "icons")
        for path in (UI / folder).rglob("*.*")
        if path.name != "manifest.json"
    }

    assert there == named
    assert all(package["licence"] and package["version"] for package in manifest)


def test_every_package_of_others_comes_with_its_licence():
    manifest = json.loads((UI / "static/vendor/manifest.json").read_text())

    for package in manifest:
        assert any("licences/" in name for name in package["files"]), package["name"]


def test_every_class_of_ours_in_a_template_is_drawn_by_a_style_sheet():
    drawn = set(re.findall(r"\.(k-[a-z0-9-]+)", "".join(path.read_text() for path in OWN)))
    missing = {}
    for template in ROOT.rglob("templates/**/*.html"):
        text = re.sub(r"{%.*?%}", " ", re.sub(r"{{.*?}}", "*", template.read_text()))
        for classes in re.findall(r'class="([^"]*)"', text):
            for name in classes.split():
                if re.fullmatch(r"k-[a-z0-9-]*[a-z0-9]", name) and name not in drawn:
                    missing.setdefault(name, template.name)

    assert missing == {}


def test_pages_change_at_two_widths_only():
    widths = {
        width
        for path in OWN
        for width in re.findall(r"(?:max|min)-width: ([\d.]+)px\)", path.read_text())
    }

    assert widths == {"719.98", "1079.98", "1080"}
