"""Each person of an event has the ground on which they were seen."""

from django.db import migrations, models


def protect_again(apps, schema_editor):
    """SQLite adds a column by making the table anew, and loses what protected it."""
    if schema_editor.connection.vendor != "sqlite":
        return
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(
            f"CREATE TRIGGER IF NOT EXISTS audit_subject_no_{verb.lower()} "
            f"BEFORE {verb} ON audit_subject "
            "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
        )


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]
    operations = [
        migrations.AddField(
            model_name="subject",
            name="ground",
            field=models.CharField(blank=True, default="", max_length=40),
            preserve_default=False,
        ),
        migrations.RunPython(protect_again, migrations.RunPython.noop),
    ]
