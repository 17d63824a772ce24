"""The name to sort by, in the Nordic order."""

from typing import Any

from django.db import migrations, models

from kaveri.foundation.base.names import sorting


def fill(apps: Any, _schema: Any) -> None:
    """Give those already known their name to sort by."""
    for client in apps.get_model("clients", "Client").objects.iterator():
        client.sort_name = sorting(client.last_name, client.first_name)
        client.save(update_fields=["sort_name"])


class Migration(migrations.Migration):
    dependencies = [("clients", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="client",
            name="sort_name",
            field=models.CharField(db_index=True, default="", editable=False, max_length=660),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
