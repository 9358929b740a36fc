"""Write down a decision, hold a vote by counts or by name, and keep the rules for voting."""

from typing import Any

from desktop.i18n import tr
from desktop.services.meetings.deciding import Ballot, Decided, Voters, VotingRules
from desktop.services.meetings.kinds import decides
from desktop.services.meetings.running import RunningView
from desktop.ui.buttons import Button, Tick, primary, quiet
from desktop.ui.form import Form, choice, line, lines, number
from desktop.ui.kit import message
from desktop.ui.meetings.running.panel import FormPanel, Panel, Room


def decision(room: Room) -> Panel:
    """Return the panel for a decision that everyone agrees on."""
    form = Form()
    _what(form, room)
    _adopts(form, room)

    def keep(values: dict[str, Any]) -> Panel | None:
        decided = room.running.deciding.decide(
            room.item, values["text"], room.now().date(), adopts=bool(values.get("adopts"))
        )
        return _told(room, decided, wanted=bool(values.get("adopts")))

    vote_now = quiet(tr("There is a vote"), lambda: room.open(vote(room)), "vote")
    return FormPanel(room, tr("Decision"), form, tr("Keep the decision"), keep, [vote_now])


def vote(room: Room) -> Panel:
    """Return the panel for a vote in counts."""
    desk = room.running.deciding
    voters = desk.voters(room.item)
    form = Form()
    _what(form, room)
    form.add_pair(
        (tr("For"), number("votes_for", 0, 99)),
        (tr("Against"), number("votes_against", 0, 99)),
        (tr("Abstained"), number("abstained", 0, 99)),
    )
    if voters.proxies:
        form.add_row(
            tr("Of which by proxy"),
            number("proxies", 0, 99),
            tr("By your rules at most {most}.", most=voters.proxies),
        )
    _minority(form)
    _adopts(form, room)

    def keep(values: dict[str, Any]) -> Panel | None:
        ballot = Ballot(
            values["votes_for"],
            values["votes_against"],
            values["abstained"],
            values.get("proxies", 0),
        )
        return _decide(room, values, ballot)

    more: list[Button] = [
        quiet(tr("By name"), lambda: room.open(vote_by_name(room)), "people"),
        quiet(tr("Our rules"), lambda: room.open(rules(room)), "settings"),
    ]
    return FormPanel(room, _vote_title(voters), form, tr("Keep the vote"), keep, more)


def vote_by_name(room: Room) -> Panel:
    """Return the panel for a vote in which each member is asked."""
    voters = room.running.deciding.voters(room.item)
    form = Form()
    _what(form, room)
    ways = [
        ("", tr("no vote")),
        ("for", tr("For")),
        ("against", tr("Against")),
        ("abstain", tr("Abstained")),
    ]
    asked = [(name, choice(f"by_{person}", ways)) for person, name in voters.people.items()]
    asked += [
        (tr("{name} (by proxy)", name=name), choice(f"by_{person}", ways))
        for person, name in voters.absent.items()
    ]
    for place in range(0, len(asked), 3):
        form.add_pair(*asked[place : place + 3])
    _minority(form)
    _adopts(form, room)

    def keep(values: dict[str, Any]) -> Panel | None:
        by_name = {
            int(key.removeprefix("by_")): str(value)
            for key, value in values.items()
            if key.startswith("by_") and value
        }
        return _decide(room, values, Ballot(by_name=by_name))

    return FormPanel(room, _vote_title(voters), form, tr("Keep the vote"), keep)


def rules(room: Room) -> Panel:
    """Return the panel with what the council agreed on voting."""
    desk = room.running.deciding
    form = Form()
    words = tr("The chair votes too")
    form.add_row(words, Tick(words, key="chair_votes"))
    form.add_row(
        tr("Votes for others"),
        number("proxies", 0, 9),
        tr("For how many members one member may vote. 0: that is not allowed."),
    )
    form.add_row(
        tr("Where does it stand?"),
        line("source"),
        tr("For example: article 7 of our own rules."),
        optional=True,
    )
    form.set_values(vars(desk.rules()))

    def keep(values: dict[str, Any]) -> Panel:
        desk.set_rules(VotingRules(values["chair_votes"], values["proxies"], values["source"]))
        return vote(room)

    return FormPanel(room, tr("How we vote"), form, tr("Keep the rules"), keep)


def _decide(room: Room, values: dict[str, Any], ballot: Ballot) -> Panel | None:
    adopts = bool(values.get("adopts"))
    decided = room.running.deciding.decide(
        room.item,
        values["text"],
        room.now().date(),
        ballot,
        minority_view=values["minority_view"],
        adopts=adopts,
    )
    return _told(room, decided, wanted=adopts)


def _told(room: Room, decided: Decided, *, wanted: bool) -> Panel | None:
    """Return a panel that says why the advice is not adopted yet, or None when all is done."""
    if not wanted or decided.adopted:
        return None
    why = message(
        "info", tr("The vote is kept in the dossier. One thing is still missing:"), decided.missing
    )
    return Panel(tr("Decision"), [why], [primary(tr("Go on"), room.close)])


def _what(form: Form, room: Room) -> None:
    form.add_row(tr("What do you decide?"), lines("text", rows=2))
    current = room.view.current
    if current is not None and current.kind == "advice":
        form.set_values(
            {"text": tr("The council adopts this advice: {title}.", title=current.title)}
        )


def _minority(form: Form) -> None:
    form.add_row(
        tr("Another opinion"),
        lines("minority_view", rows=2),
        tr("Write it the way the member says it, without a name."),
        optional=True,
    )


def _adopts(form: Form, room: Room) -> None:
    """Offer to adopt the advice that this item is about."""
    current = room.view.current
    if current is None or current.dossier_id is None:
        return
    words = tr("With this the advice is adopted")
    tick = Tick(words, key="adopts")
    tick.set_value(current.purpose == "decide")
    form.add_row(words, tick)


def _vote_title(voters: Voters) -> str:
    return tr("Vote: {n} members can vote", n=len(voters.people))


def quorum_told(view: RunningView) -> tuple[str, str]:
    """Return "7 of 10: you may decide" and its tone.

    Where nobody decides, or no number was agreed, it only says how many are there.
    """
    present, members = view.quorum.present, view.quorum.members
    if view.quorum.needed is None or not decides(view.meeting.kind):
        return tr("{present} of {members} members", present=present, members=members), "muted"
    if view.quorum.reached:
        words = tr("{present} of {members}: you may decide", present=present, members=members)
        return words, "success"
    words = tr("{present} of {members}: too few to decide", present=present, members=members)
    return words, "warning"
