"""Where the pages of the plan live."""

from django.urls import path

from kaveri.steps.planning.views import agreeing, order, plan, reuse, versions, writing

app_name = "planning"
_PLAN = "case/<uuid:case_id>/plan/"
_GOAL = f"{_PLAN}goals/<uuid:goal_id>/"
_ROW = f"{_PLAN}rows/<uuid:row_id>/"
_VERSION = f"{_PLAN}versions/<uuid:version_id>/"
urlpatterns = [
    path(_PLAN, plan.plan, name="plan"),
    path(f"{_PLAN}start/", plan.start, name="start"),
    path(f"{_PLAN}words/", writing.words, name="words"),
    path(f"{_PLAN}goals/new/", writing.goal_new, name="goal_new"),
    path(_GOAL, writing.goal, name="goal"),
    path(f"{_GOAL}close/", writing.goal_close, name="goal_close"),
    path(f"{_PLAN}known/", reuse.known, name="known"),
    path(f"{_PLAN}take/<uuid:task_id>/", reuse.take, name="take"),
    path(f"{_PLAN}statements/new/", writing.statement_new, name="statement_new"),
    path(f"{_PLAN}rows/new/", writing.row_new, name="row_new"),
    path(_ROW, writing.row, name="row"),
    path(f"{_ROW}mark/", writing.row_mark, name="row_mark"),
    path(f"{_PLAN}order/", order.order, name="order"),
    path(f"{_ROW}agree/", agreeing.row_agree, name="row_agree"),
    path(f"{_ROW}agreed/", agreeing.row_agreed, name="row_agreed"),
    path(f"{_PLAN}follow-up/", writing.follow_up, name="follow_up"),
    path(f"{_PLAN}review/", agreeing.review, name="review"),
    path(f"{_PLAN}comment/", agreeing.comment, name="comment"),
    path(f"{_PLAN}comments/<uuid:comment_id>/", agreeing.comment_answer, name="comment_answer"),
    path(f"{_PLAN}grow/", agreeing.grow, name="grow"),
    path(f"{_PLAN}agree/", agreeing.agree, name="agree"),
    path(f"{_PLAN}revise/", agreeing.revise, name="revise"),
    path(f"{_PLAN}versions/", versions.versions, name="versions"),
    path(_VERSION, versions.version, name="version"),
    path(f"{_VERSION}confirm/", agreeing.confirm, name="confirm"),
    path(f"{_VERSION}known/", agreeing.confirmation, name="confirmation"),
    path(f"{_VERSION}changes/", versions.compare, name="compare"),
    path(f"{_VERSION}approval/", agreeing.approval, name="approval"),
    path("plan-on-paper/<uuid:version_id>/<str:language>/", versions.paper, name="paper"),
]
