"""Write the budget of the sample council, and the help it asked for, into the file."""

from sqlalchemy.orm import Session

from desktop.models.means import BudgetLine, Spending, SupportNeed
from desktop.services.sample.writing import Data


def add_means(session: Session, data: Data) -> None:
    """Add everything of *data*, whose dates and texts are as they should be.

    A year stands there as a day in it, so that it moves along with the dates.
    """
    for values in data["line"]:
        session.add(BudgetLine(**{**values, "year": values["year"].year}))
    session.add_all(Spending(**values) for values in data["spending"])
    for place, values in enumerate(data["need"], 1):
        session.add(SupportNeed(position=place, **values))
    session.flush()
