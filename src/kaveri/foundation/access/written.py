"""A condition, or what it rests on, written in SQL: for rules that every page asks many times.

Put together from querysets, the same condition took Django ten times as long to build as the
database took to answer (docs/adr/0021). The text stands still; only columns and values change.
"""

from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Any

from django.db.models import BooleanField, Expression, F, Field, Value


class Written(Expression):
    """`text` names columns of the row and values of the asker in braces; nothing else is put into it."""

    def __init__(
        self,
        text: str,
        *,
        columns: Mapping[str, str],
        values: Mapping[str, Value],
        kind: "Field[Any, Any] | None" = None,
    ) -> None:
        """Take only what the text names; `kind` is what it gives, when that is not yes or no."""
        super().__init__(output_field=kind or BooleanField())
        self.text = text
        named = {name for _literal, name in _pieces(text) if name}
        parts = {name: F(path) for name, path in columns.items()} | dict(values)
        self.names = [name for name in parts if name in named]
        self.parts = [parts[name] for name in self.names]

    def get_source_expressions(self) -> list[Any]:
        """The columns and values, so that Django finds the right table for each."""
        return self.parts

    def set_source_expressions(self, exprs: Any) -> None:
        """Take them back, resolved."""
        self.parts = list(exprs)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """The text in brackets, each name replaced, and the parameters in the order in which they stand."""
        compiled = dict(zip(self.names, map(compiler.compile, self.parts), strict=True))
        sql: list[str] = []
        params: list[Any] = []
        for literal, name in _pieces(self.text):
            sql.append(literal)
            if name:
                part, its_params = compiled[name]
                sql.append(part)
                params.extend(its_params)
        return f"({''.join(sql)})", params


@cache
def _pieces(text: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, name) for literal, name, _spec, _how in Formatter().parse(text))
