"""What an account carries is counted over all rows, whoever closes it: row-level security would hide some."""

from django.db import migrations

FUNCTION = "ALTER FUNCTION closed_account_carries_nothing()"


def past_the_wall(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"{FUNCTION} SECURITY DEFINER SET search_path = public, pg_temp")


def behind_it(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"{FUNCTION} SECURITY INVOKER RESET search_path")


class Migration(migrations.Migration):
    dependencies = [("crossings", "0001_closed_accounts_carry_nothing")]
    operations = [migrations.RunPython(past_the_wall, behind_it)]
