"""Adds up the cells and tries of all tests of the run and prints what came of them."""

CELLS = "access cells"
GROUNDS = "access grounds"
FOREIGN_IDS = "foreign ids"
CANARIES = "canaries"
WITHDRAWN = "withdrawn"
EDITS = "edits"
SENDINGS = "sendings"
# What is counted, and the sentence that the sums are put into, in their order.
BY_CELL = {
    CELLS: "access.csv: {} of {} cells agree",
    GROUNDS: "access.md, grounds: {} of {} cells agree",
}
SAYS = {
    FOREIGN_IDS: "ids of others: {} tries, {} at fault",
    CANARIES: "canaries: {} looks, {} canaries planted, {} met by somebody who may not",
    WITHDRAWN: "taken back: {} of {} next requests show nothing any more",
    EDITS: "edits at once: {} sent, {} stored, {} given back with both texts, {} lost",
    SENDINGS: "the same form sent at once: {} forms, {} sendings, {} made",
}


def pytest_terminal_summary(terminalreporter):
    for name in (*BY_CELL, *SAYS):
        counted = [
            value
            for reports in terminalreporter.stats.values()
            for report in reports
            for found, value in getattr(report, "user_properties", ())
            if found == name and getattr(report, "when", "") == "call"
        ]
        if not counted:
            continue
        sums = [sum(column) for column in zip(*counted, strict=True)]
        if name in SAYS:
            terminalreporter.write_line(SAYS[name].format(*sums))
            continue
        agree, cells, over_http = sums
        terminalreporter.write_line(
            f"{BY_CELL[name].format(agree, cells)}, {over_http} of them over HTTP,"
            f" {cells - over_http} by the rule alone, at {len(counted)} places"
        )
