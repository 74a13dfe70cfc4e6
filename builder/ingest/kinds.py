"""What a line of a seed is; for lines that are left out, the words the reader is told."""

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of line. All but the first three are left out of the article."""

    BODY = "body"
    SUBHEADING = "subheading"
    LIST_ITEM = "list item"
    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATE = "date line"
    PAGE_DATE = "page date"
    CREDIT = "agency credit"
    NAVIGATION = "navigation"
    LANGUAGES = "language bar"
    PLACEHOLDER = "image placeholder"
    RULE = "separator"
    LABEL = "label"
    COUNTER = "counter"
    SHARE = "share bar"
    RELATED = "related link"
    COMMENT = "comment form"
    READER = "reader's comment"
    FEEDBACK = "feedback form"
    ADVERTISEMENT = "advertisement"
    SIGN_UP = "sign-up form"
    DISCLAIMER = "disclaimer"
    CAPTION = "caption"
    MARKUP = "page code"
    FOOTER = "page footer"
    WALL = "login or cookie notice"
    AROUND = "page structure"
    """Words of a saved page that stand around its article, where nothing tells what they are."""


KEPT = frozenset({Kind.BODY, Kind.SUBHEADING, Kind.LIST_ITEM})
"""The kinds that make the article."""
