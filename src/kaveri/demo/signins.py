"""Who can sign in to the demo, for those who try it."""

from kaveri.demo.staff import CAST, PASSWORD
from kaveri.foundation.accounts.models import Assignment


def signins() -> list[dict[str, str]]:
    """Each sign-in once, those with a part in the stories first: user name, password, role, language, unit."""
    found: dict[str, dict[str, str]] = {}
    rows = Assignment.objects.filter(account__is_active=True).select_related("account", "unit")
    for row in rows.order_by("account__username", "role"):
        found.setdefault(
            row.account.username,
            {
                "username": row.account.username,
                "password": PASSWORD,
                "name": row.account.full_name,
                "role": row.role,
                "title": row.account.title_en,
                "language": row.account.language,
                "unit": row.unit.name_en if row.unit else "",
            },
        )
    places = {person.username: place for place, person in enumerate(CAST)}
    return sorted(found.values(), key=lambda person: places.get(person["username"], len(places)))
