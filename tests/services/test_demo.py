"""The demo as people start it: a process that says where to go, answers, and ends when it is asked to."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.sqlite


@pytest.fixture
def demo(tmp_path):
    """A demo of a few clients in a folder of its own, just started; ended at the latest here."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("KAVERI_")}
    with subprocess.Popen(
        [
            *(sys.executable, "-m", "kaveri.config.command", "demo"),
            *("--port", "0", "--data", str(tmp_path), "--clients", "5"),
        ],
        env={**clean, "PYTHONPATH": str(ROOT / "src"), "DJANGO_SETTINGS_MODULE": ""},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.terminate()


def test_it_says_where_to_go_answers_and_ends(demo):
    ready = next(line for line in demo.stdout if line.startswith("Ready: "))
    address = ready.removeprefix("Ready: ").strip()

    with urllib.request.urlopen(address + "health/") as answer:
        health = json.load(answer)
    with urllib.request.urlopen(address) as answer:
        page = answer.read().decode()
        policy = answer.headers["Content-Security-Policy"]

    assert address.startswith("http://localhost:")
    assert health["status"] == "ok"
    assert "<h1" in page
    assert "unsafe" not in policy

    demo.send_signal(signal.SIGTERM)
    assert demo.wait(timeout=30) == 0
