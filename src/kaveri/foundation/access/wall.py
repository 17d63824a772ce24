"""The second wall: row-level security of PostgreSQL, written from one declared list (docs/adr/0020).

A table's wall says by which of its columns a row belongs to a case, a contact, a client or an account. Every
question is asked of a set that the database gathers once for a transaction, never anew for each row.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
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


def kept_for_the_transaction(name: str, text: str) -> str:
    """The statement that makes the function `name` of the ids that `text` finds (docs/adr/0038).

    What was found is kept in a setting of that name, headed by who acts and at what moment; whoever else asks, or
    asks at another moment, finds it headed wrongly and gathers anew.
    """
    kept = name.replace("_", ".", 1)
    return f"""CREATE OR REPLACE FUNCTION {name}() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 60
 SET search_path = public, pg_temp AS $$
 DECLARE
   head text := concat(kaveri_me(), ' ', current_setting('kaveri.moment', true), ' ');
   kept text := current_setting('{kept}', true);
 BEGIN
   IF NOT starts_with(coalesce(kept, ''), head) THEN
     SELECT concat(head, array_agg(near.id)) INTO kept FROM ({text}) near(id);
     PERFORM set_config('{kept}', kept, true);
   END IF;
   RETURN QUERY SELECT unnest(nullif(substr(kept, length(head) + 1), '')::uuid[]);
 END $$"""  # noqa: S608


def let_go_after_writing(found: Mapping[str, str]) -> Iterator[str]:
    """The statements by which a write to any table that the functions read lets go of what they kept."""
    named = ", ".join(f"set_config('{name.replace('_', '.', 1)}', '', true)" for name in found)
    yield f"""CREATE OR REPLACE FUNCTION kaveri_let_go() RETURNS trigger LANGUAGE plpgsql AS $$
 BEGIN PERFORM {named}; RETURN NULL; END $$"""
    for table in sorted(tables_read(found.values())):
        yield f"""CREATE OR REPLACE TRIGGER kaveri_let_go AFTER INSERT OR UPDATE OR DELETE ON {table}
 FOR EACH STATEMENT EXECUTE FUNCTION kaveri_let_go()"""


def tables_read(texts: Iterable[str]) -> set[str]:
    """The tables that questions name."""
    return {
        table for text in texts for table in re.findall(r"\b(?:FROM|JOIN) (\w+_\w+)\b(?!\()", text)
    }
