"""Property tests answer alike on every machine; `HYPOTHESIS_PROFILE=explore` looks further."""

import os

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

os.environ["STDSYS_CACHE"] = "off"  # tests of the cache give it a folder of their own
