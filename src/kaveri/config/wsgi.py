"""The web door for granian."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaveri.config.settings")
application = get_wsgi_application()

# What is loaded by now stays as long as the process lives. To look through all of it for what could be let go costs
# every fortieth page more than a tenth of a second, so it is told not to be looked through.
_everything = get_resolver().url_patterns
gc.collect()
gc.freeze()
