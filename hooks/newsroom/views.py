"""What a template is given: finished, typed values. No template asks the newsroom anything.

Addresses are relative to the site's root, without a leading slash (``don-vi/phong-2/``); templates
pass them through MkDocs' ``url`` filter. ``None`` as an address means plain text, no link.
Dates come twice: as the reader sees them and as ISO text for ``<time datetime>``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of text that may lead somewhere, with a note and a count beside it."""

    text: str
    address: str | None = None
    note: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class DateView:
    """One of an article's dates in words; ``iso`` is None where the words say it is unknown."""

    text: str
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a picture; ``width`` is in pixels."""

    address: str
    width: int


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture with its size in pixels, where known.

    ``address`` is what a browser without ``srcset`` loads; ``webp`` and ``plain`` (the original's
    own format) hold the sizes to choose from, smallest first, and are empty for small pictures.
    """

    address: str
    alt: str
    caption: str | None = None
    credit: str | None = None
    width: int | None = None
    height: int | None = None
    webp: tuple[Rendition, ...] = ()
    plain: tuple[Rendition, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One article in a list."""

    title: str
    address: str
    date: str
    date_iso: str
    year: int
    unit: Link | None
    plans: tuple[Link, ...]
    lead: str
    picture: PictureView | None = None
    mark: str | None = None
    """Only in the preview: "Bản nháp", "Hẹn giờ đăng …", "Có lỗi"."""
    note: str | None = None
    """A role, where the list says why the article is in it."""


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages of one list; ``current`` is None on the landing page, which holds the newest items."""

    landing: Link
    pages: tuple[Link, ...]
    """Full pages, newest first; ``text`` is the page number."""
    current: int | None
    newer: Link | None
    older: Link | None


@dataclass(frozen=True, slots=True)
class Filter:
    """One choice of a filter: a page that shows a part of a list."""

    text: str
    address: str
    count: int
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of articles under a heading; ``total`` counts all its pages."""

    heading: str
    cards: tuple[Card, ...]
    total: int
    activities: int | None = None
    """Activities that the articles tell of, where the list is one of activities."""
    pager: Pager | None = None
    by_year: bool = False
    """Whether the cards are shown under year headings."""
    anchor: str = "tin-bai"
    explanation: str | None = None
    filters: tuple[Filter, ...] = ()
    """By year: all, then each year; empty where one page shows everything."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a list of attributes: a label and one or several values."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with links under it (units of one kind, plans of one year, months …)."""

    heading: str
    links: tuple[Link, ...]
    address: str | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One unit; ``cells`` follow the matrix's columns."""

    head: Link
    cells: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Activities counted by unit × value; one may count in several columns and rows."""

    caption: str
    corner: str
    columns: tuple[Link, ...]
    """Values; ``address`` is the value's page."""
    rows: tuple[MatrixRow, ...]
    totals: tuple[Link, ...]
    """A column's ``count``; ``address`` is the list it counts, where there is one."""
    total: Link
    note: str | None = None
    """What of the list below the table does not count, so that both numbers agree."""
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A box under a heading or body: a closed unit, a draft, a problem."""

    kind: str
    """``closed``, ``draft``, ``scheduled`` or ``problem``."""
    title: str
    lines: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """What every page has."""

    template: ClassVar[str] = "main.html"

    title: str
    description: str = ""
    crumbs: tuple[Link, ...] = ()
    section: str = ""
    """Address of the menu entry this page belongs to (``don-vi/``)."""
    notices: tuple[Notice, ...] = ()
    """Shown at the top of the page; drafts and problems only in the preview."""
    feed: Link | None = None
    """The page's own Atom feed: ``text`` names it."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """Who signed, with role and unit on the day of the event. The name is no link: people have no
    page, and a link on it would lead elsewhere than it says."""

    name: str
    role: str | None = None
    unit: Link | None = None


@dataclass(frozen=True, slots=True)
class ArticleView(View):
    """An article."""

    template: ClassVar[str] = "article.html"

    kicker: tuple[Link, ...] = ()
    dates: tuple[DateView, ...] = ()
    """``Diễn ra ngày 05/3/2025``, ``Chưa rõ ngày đăng``; shown on one line."""
    byline: tuple[PersonView, ...] = ()
    retelling: str | None = None
    """``Lược thuật từ bài của …``; stands in place of the by-line."""
    original_title: str | None = None
    original_author: str | None = None
    lead: str | None = None
    """The entered summary; None when the first paragraph of the body serves as the lead."""
    picture: PictureView | None = None
    roles: tuple[Fact, ...] = ()
    documents: tuple[Link, ...] = ()
    archives: tuple[ClassifiedIn, ...] = ()
    tags: tuple[Link, ...] = ()
    attachments: tuple[Link, ...] = ()
    closing_lines: tuple[str, ...] = ()
    """Under the body: names are those of the day; which units have closed since."""
    closing_links: tuple[Link, ...] = ()
    contents: tuple[Link, ...] = ()
    """Table of contents of a long text: addresses are ``#anchors``; empty for short texts."""
    neighbours: Neighbours | None = None
    related: tuple[Group, ...] = ()
    """Other articles; each heading says why they are related, ``note`` holds date and unit."""
    published_iso: str | None = None
    """Publication as ISO text with a time zone where a time was entered; None when unknown."""
    modified_iso: str | None = None


@dataclass(frozen=True, slots=True)
class ClassifiedIn:
    """Where an article stands in one archive: a row an axis."""

    archive: Link
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The articles before and after this one under the same plan, by the day of the event."""

    plan: Link
    earlier: Link | None
    later: Link | None


@dataclass(frozen=True, slots=True)
class UnitView(View):
    """A unit or body with its news and what it takes part in."""

    template: ClassVar[str] = "unit.html"

    full_name: str | None = None
    function: str | None = None
    facts: tuple[Fact, ...] = ()
    own: Listing | None = None
    taking_part: Listing | None = None
    plans: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentView(View):
    """A document: its attributes and the articles that cite it."""

    template: ClassVar[str] = "document.html"

    kind: str = ""
    """``Luật · 10/11/2022 · có hiệu lực từ 01/7/2023``; of a plan only what it is."""
    facts: tuple[Fact, ...] = ()
    abstract: str | None = None
    attachments: tuple[Link, ...] = ()
    listing: Listing | None = None


@dataclass(frozen=True, slots=True)
class MonthRow:
    """Activities that began in a month, and articles about its days."""

    month: str
    activities: int
    articles: int


@dataclass(frozen=True, slots=True)
class PlanView(DocumentView):
    """A plan, and what its articles come to. Counts of links are activities."""

    template: ClassVar[str] = "plan.html"

    counted: str = ""
    """``12 tin, bài về 10 hoạt động``."""
    table: Link | None = None
    """The CSV file of its activities."""
    roles: tuple[Group, ...] = ()
    """Role → the units that have news in it."""
    values: tuple[Group, ...] = ()
    """Axis of an archive → its values that occur."""
    months: tuple[MonthRow, ...] = ()
    scope: tuple[Link, ...] = ()
    """Only in the preview, as ``missing``: units in scope, as of the plan's day."""
    missing: tuple[Link, ...] = ()
    """Units in scope without news."""


@dataclass(frozen=True, slots=True)
class ListView(View):
    """A list of articles: news, a year, a month, a tag, a page of a longer list."""

    template: ClassVar[str] = "listing.html"

    groups: tuple[Group, ...] = ()
    listing: Listing | None = None


@dataclass(frozen=True, slots=True)
class ArchiveView(View):
    """A page of a tagged archive."""

    template: ClassVar[str] = "archive.html"

    definition: str | None = None
    axes: tuple[Group, ...] = ()
    """Content and form: each value with its count and address; then the reporting periods."""
    axes_heading: str = ""
    years: tuple[Link, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    """One an axis."""
    listing: Listing | None = None
    data: Link | None = None
    """The archive's activities as a file."""


@dataclass(frozen=True, slots=True)
class IndexView(View):
    """An index: units, plans, documents, tags."""

    template: ClassVar[str] = "index_page.html"

    explanation: str | None = None
    groups: tuple[Group, ...] = ()
    compact: bool = False
    """True for tags: links run on a line with their counts."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """One table of the open data; ``files`` are its forms, none in the preview."""

    name: str
    title: str
    about: str
    files: tuple[Link, ...]
    columns: tuple[tuple[str, str], ...]
    """Name and meaning."""


@dataclass(frozen=True, slots=True)
class DataView(View):
    """``/du-lieu/``."""

    template: ClassVar[str] = "data.html"

    version: str = ""
    tables: tuple[DataTable, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactsView(View):
    """``/lien-he/`` and ``/gioi-thieu/``, made from the configuration."""

    template: ClassVar[str] = "contacts.html"

    contacts: tuple[Fact, ...] = ()
    """One row a matter: person or office, address, telephone, e-mail, hours."""
    identity: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What results can be narrowed by; ``name`` stands in the address of a search."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class SearchView(View):
    """``/tim-kiem/``; a script fills it with results."""

    template: ClassVar[str] = "search.html"

    filters: tuple[SearchFilter, ...] = ()
    ways: tuple[Link, ...] = ()
    """Sections to look through without the search."""


@dataclass(frozen=True, slots=True)
class NewsBlock:
    """The newest articles of one group of units on the front page, and the units."""

    heading: str
    cards: tuple[Card, ...]
    units: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A plan on the front page."""

    number: str
    title: str
    address: str
    period: str | None


@dataclass(frozen=True, slots=True)
class FrontView(View):
    """The front page."""

    template: ClassVar[str] = "front.html"

    lead: Card | None = None
    latest: tuple[Card, ...] = ()
    archive: ArchiveTeaser | None = None
    plans: tuple[PlanCard, ...] = ()
    plans_heading: str = ""
    units: tuple[Group, ...] = ()
    """Groups of units without news of their own on the page."""
    blocks: tuple[NewsBlock, ...] = ()
    """Groups of units with news."""


@dataclass(frozen=True, slots=True)
class ArchiveTeaser:
    """The archive on the front page: the newest activities, and counts of a year."""

    title: str
    address: str
    all_text: str
    caption: str
    counts: tuple[Link, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class DeskProblem:
    """A problem on the editors' desk, linked to its page where it has one."""

    path: str
    line: int | None
    severity: str
    code: str
    message: str
    hint: str
    address: str | None


@dataclass(frozen=True, slots=True)
class DeskView(View):
    """``/bien-tap/``, only in the preview: problems, drafts, scheduled articles."""

    template: ClassVar[str] = "desk.html"

    problems: tuple[DeskProblem, ...] = ()
    drafts: tuple[Link, ...] = ()
    scheduled: tuple[Link, ...] = ()
    guides: tuple[Link, ...] = ()
    unclassified: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FormView(View):
    """``/bien-tap/viet/``, only in the preview: the form for writing."""

    template: ClassVar[str] = "form.html"

    folder: str = ""
    """The folder to open, as this machine calls it."""
    policy: str = ""
    """What the form needs the browser to allow, on its page alone."""
    guide: Link | None = None
    """The guide for writers, where there is one."""


@dataclass(frozen=True, slots=True)
class FormMissingView(View):
    """The same address where the form's program has not been fetched: how to get it."""

    template: ClassVar[str] = "form_missing.html"

    obstacle: str = ""
    """Why it cannot be used here at all."""


@dataclass(frozen=True, slots=True)
class PageView(View):
    """A page whose body is all there is."""


@dataclass(frozen=True, slots=True)
class SiteView:
    """What header and footer need; the same for every page."""

    name: str
    tagline: str
    menu: tuple[Link, ...]
    footer_links: tuple[Link, ...]
    identity: tuple[Fact, ...]
    contacts: tuple[Fact, ...]
    preview: bool
    problem_count: int = 0
    feed: Link | None = None
    """The feed of the whole site."""
    newest: tuple[Card, ...] = ()
    """For the page that says an address does not exist."""
    search: bool = False
    """Whether there is a search page, and so a search box."""
    policy: str = ""
    """Content-Security-Policy for ``<meta>``."""
    early_script: str = ""
    """Runs before the page is drawn: the reader's colours and text size. Allowed by its hash."""


@dataclass(frozen=True, slots=True)
class SocialView:
    """What other sites show when someone shares a page (Open Graph). Addresses are absolute."""

    kind: str
    """``article`` or ``website``."""
    title: str
    description: str
    url: str
    image: str | None = None
    image_alt: str = ""
    image_width: int | None = None
    image_height: int | None = None
    published: str | None = None
    modified: str | None = None
