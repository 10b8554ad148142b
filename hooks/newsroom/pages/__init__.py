"""The pages of the site: for each address, the file whose body it shows and a finished view."""

from newsroom.pages.about_pages import SET_BY_CONFIGURATION
from newsroom.pages.site import generated_addresses, page_of, site_pages, site_view
from newsroom.pages.site_page import SitePage

__all__ = [
    "SET_BY_CONFIGURATION",
    "SitePage",
    "generated_addresses",
    "page_of",
    "site_pages",
    "site_view",
]
