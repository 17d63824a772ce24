"""The second wall: row-level security of PostgreSQL, written from one declared list (docs/adr/0020).

A table's wall says by which of its columns a row belongs to a case, a contact, a client or an account. Every
question is asked of a set that the database gathers once for a statement, never anew for each row.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Functions that give the ids an account stands near, and those that say what is open and who asks.
NEAR = {
    "case": "kaveri_near_cases()",
    "contact": "kaveri_near_contacts()",
    "client": "kaveri_near_clients()",
}
ME = "(SELECT kaveri_me())"

# What use cases tell of who acts. Nothing told: nobody, and nothing is open.
TELLING = (
    """CREATE OR REPLACE FUNCTION kaveri_me() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('kaveri.account', true), '')::uuid $$""",
    """CREATE OR REPLACE FUNCTION kaveri_moment() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('kaveri.moment', true), '')::timestamptz $$""",
    """CREATE OR REPLACE FUNCTION kaveri_open(which text, wanted text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_to_array(current_setting('kaveri.' || which, true), ' ') && ARRAY['*', wanted], false) $$""",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """The wall of one table: a row is near when one of these columns says so."""

    # {column: what it points at: "case", "contact" or "client"}.
    near: tuple[tuple[str, str], ...] = ()
    # Columns that name an account: the row is theirs whose account it is.
    mine: tuple[str, ...] = ()
    # (column, table): the row stands and falls with the row it belongs to.
    part_of: tuple[str, str] | None = None

    def condition(self, table: str) -> str:
        """When a row is near, as SQL."""
        ways = [f"{column} IN (SELECT {NEAR[to]})" for column, to in self.near]
        ways += [f"{column} = {ME}" for column in self.mine]
        if self.part_of:
            column, whole = self.part_of
            # Names of our own tables and columns, nothing else.
            ways.append(f"EXISTS (SELECT 1 FROM {whole} w WHERE w.id = {table}.{column})")  # noqa: S608
        return " OR ".join(ways)


def build(walls: Iterable[tuple[str, Wall]]) -> Iterator[str]:
    """The statements that put the wall up, or up anew: what stood there before is taken down first."""
    for table, wall in walls:
        near = wall.condition(table)
        writes = f"(SELECT kaveri_open('writes', '{table}')) OR {near}"
        reads = f"(SELECT kaveri_open('reads', '{table}')) OR {writes}"
        yield from down(table)
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
        yield f"CREATE POLICY kaveri_see ON {table} FOR SELECT USING ({reads})"
        yield f"CREATE POLICY kaveri_add ON {table} FOR INSERT WITH CHECK ({writes})"
        yield f"CREATE POLICY kaveri_change ON {table} FOR UPDATE USING ({writes}) WITH CHECK ({writes})"
        yield f"CREATE POLICY kaveri_remove ON {table} FOR DELETE USING ({writes})"


def down(table: str) -> Iterator[str]:
    """The statements that take a table's wall away."""
    for policy in ("kaveri_see", "kaveri_add", "kaveri_change", "kaveri_remove"):
        yield f"DROP POLICY IF EXISTS {policy} ON {table}"
    yield f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"
