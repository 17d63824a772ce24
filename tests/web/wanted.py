"""What the forms of some pages want besides what anybody would fill in."""

# The scales of Kykyviisari.
SCALES = ("inclusion", "mind", "everyday", "skills", "body")
HEAD = b"case;day;scale;score;lowest;highest\n"
QUESTIONS = (
    b'{"resourceType": "Questionnaire", "status": "active",'
    b' "item": [{"linkId": "a", "type": "string", "text": "Fr\\u00e5ga"}]}'
)
# What only these pages want in a field; by page and field.
WANTED: dict[str, dict[str, str | bytes]] = {
    "appointments:book": {"time": "23.59", "way": "phone", "every_weeks": "", "until": ""},
    "appointments:move": {"time": "23.59"},
    "appointments:note": {"next_what": "ringer dig"},
    "assessment:ask_information": {"ground": "oral_consent"},
    "case_consultation:ask": {"asked_as": "coordinator"},
    "coordination:representative_new": {"email": "ny.person@example.org"},
    "crossings:leaving": {"sure": "on"},
    "directory:account_new": {"username": "minna.laine"},
    "directory:duty_change": {"until_on": ""},
    "ending:way": {"network_told": "on"},
    "insight:ask_older": {"first_on": "1.1.2021", "last_on": "31.1.2021"},
    "permission:record": {"seen": "on"},
    "permission:replace": {"seen": "on", "categories": "economy_benefits"},
    "permission:permit": {"seen": "on"},
    "permission:prohibition": {"seen": "on"},
    "permission:give": {"seen": "on", "health": "on"},
    "permission:change": {"seen": "on", "categories": "economy_benefits"},
    "planning:goal_close": {"reason": "Orkar inte."},
    "planning:row_mark": {"state": "begun"},
    "public:ask": {"ways": "040 555 0102"},
    "public:ask_for_other": {"ways": "040 555 0102", "writer_ways": "liisa@example.org"},
    "referral:check_known": {"code": "010183-901X"},
    "teams:meeting_new": {"time": "23.59"},
    "teams:meeting_move": {"time": "23.59"},
    "workspace:person_change": {"postal_code": "20100"},
    "questionnaires:record": {
        "measured_on": "1.11.2026",
        "lowest": "0",
        "highest": "100",
        **dict.fromkeys([f"score_{scale}" for scale in SCALES], "40"),
    },
    "questionnaires:import": {"file": HEAD + b"K-1;1.11.2026;mind;4;0;10\n"},
    "questionnaires:load": {
        "key": "two-questions",
        "questionnaire": QUESTIONS,
        "declared": b"{}",
        "given_on": "1.11.2026",
        "link": "https://example.org/",
    },
    "questionnaires:ask": {"way": "together", "due_on": "", "answered_on": ""},
    "referral_out:send": {"ground": "oral_consent"},
}
# Pages whose form only asks; the page itself is the answer.
ONLY_ASKS = {
    "insight:report",
    "workspace:search",
    "workspace:code_show",
    "identification:quick_ask",
    # What came of the file stands on the page itself.
    "questionnaires:import",
}
# Pages that answer a sending at once, with what is shown only then.
SHOWN_AT_ONCE = {
    "appointments:address",
    "directory:account_new",
    "directory:password_renew",
    "workspace:sign_in",
}
# Fields no person sees; whatever stands in them was written by a machine and is thrown away.
TRAPS = {"website"}
