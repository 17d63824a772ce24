"""Adds up the cells of all tests of the run and prints how many agree."""

CELLS = "access cells"


def pytest_terminal_summary(terminalreporter):
    counted = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == CELLS and getattr(report, "when", "") == "call"
    ]
    if not counted:
        return
    agree, cells, over_http = (sum(column) for column in zip(*counted, strict=True))
    terminalreporter.write_line(
        f"access.csv: {agree} of {cells} cells agree, {over_http} of them over HTTP,"
        f" {cells - over_http} by the rule alone, at {len(counted)} places"
    )
