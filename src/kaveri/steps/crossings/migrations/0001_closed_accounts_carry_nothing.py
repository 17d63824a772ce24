"""The database itself refuses to close an account that still carries an open case, task or contact."""

from django.db import migrations

CARRIES = """
EXISTS (SELECT 1 FROM cases_case WHERE case_manager_id = NEW.id AND state = 'open')
OR EXISTS (SELECT 1 FROM tasks_task WHERE owner_id = NEW.id AND state = 'open')
OR EXISTS (
  SELECT 1 FROM contacts_contact
  WHERE owner_id = NEW.id AND state IN ('open', 'to_be_confirmed')
)
"""
MESSAGE = "an account that carries something open cannot be closed"


def protect(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION closed_account_carries_nothing() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN IF {CARRIES} THEN RAISE EXCEPTION '{MESSAGE}' "
            "USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$"
        )
        schema_editor.execute(
            "CREATE TRIGGER closed_account_carries_nothing BEFORE UPDATE OF closed_at "
            "ON accounts_account FOR EACH ROW WHEN (NEW.closed_at IS NOT NULL) "
            "EXECUTE FUNCTION closed_account_carries_nothing()"
        )
    else:
        schema_editor.execute(
            "CREATE TRIGGER closed_account_carries_nothing BEFORE UPDATE OF closed_at "
            "ON accounts_account WHEN NEW.closed_at IS NOT NULL BEGIN "
            f"SELECT RAISE(ABORT, '{MESSAGE}') WHERE {CARRIES}; END"
        )


def release(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER closed_account_carries_nothing ON accounts_account")
        schema_editor.execute("DROP FUNCTION closed_account_carries_nothing()")
    else:
        schema_editor.execute("DROP TRIGGER closed_account_carries_nothing")


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("cases", "0002_initial"),
        ("contacts", "0002_receipts_and_knowing"),
        ("tasks", "0001_initial"),
    ]
    operations = [migrations.RunPython(protect, release)]
