"""What the flags of a reading mean, in words."""

from stdsys.messages import Text, _

_SENTENCES: dict[str, Text] = {
    # Doubtful, read by rule.
    "ambiguous_gbz": _("GBZ (occupational health) with five figures may be meant as GB/Z"),
    "colon_year": _("a colon stands before the year"),
    "dash_dropped_space": _("the dash before the year is missing"),
    "dot_unusual": _("the point before the part is another sign"),
    "file_extension": _("a file name"),
    "legacy_group_code": _("an association's code from before T/ existed"),
    "legacy_registration_standard": _("an old registration standard of medical devices"),
    "not_a_standard": _("a technical regulation, none of the five levels of standard"),
    "number_looks_like_year": _("the running number may be a year"),
    "org_has_space": _("the enterprise code contains a blank"),
    "org_too_short": _("an association code has at least two letters"),
    "part_dot_dropped": _("the point before the part is missing"),
    "part_looks_like_year": _("the part may be a year"),
    "placeholder": _("a template whose number or year is still to be filled in"),
    "region_not_a_city": _("{value} is no city that may issue local standards"),
    "reversed": _("the adopted document stands before the standard's own number"),
    "slash_as_backslash": _("a backslash stands for the slash of the code"),
    "slash_as_hyphen": _("a hyphen stands for the slash of the code"),
    "slash_as_underscore": _("an underscore stands for the slash of the code"),
    "slash_dropped": _("the slash of the code is missing"),
    "trailing_punctuation": _("punctuation stands at the end"),
    "withdrawn_code": _("a code no longer in use"),
    "year_word": _("年 stands after the year"),
    # Refused.
    "all_parts_of_a_part": _("all parts of a part cannot be meant"),
    "confused_characters": _("figures and letters are confused"),
    "county_level_issuer": _("a county may not issue local standards"),
    "dash_dropped_glued": _("number and year are run together"),
    "dash_dropped_truncated": _("number and year are run together and a figure is missing"),
    "filing_number_industry": _("a filing number, probably of an industry standard"),
    "filing_number_local": _("a filing number, probably of a local standard"),
    "list_code_missing": _("an item of the list has no code"),
    "list_item_unreadable": _("an item of the list cannot be read"),
    "list_slash": _("two numbers are joined by a slash"),
    "list_too_long": _("the list is too long"),
    "list_without_separator": _("several numbers stand without a separator"),
    "lookalike_letters": _(
        "it contains Cyrillic, Greek or styled letters that look like Latin ones"
    ),
    "malformed_region": _("the region code is malformed"),
    "no_code": _("the document code is missing"),
    "owner_malformed": _("the enterprise code is malformed"),
    "part_too_long": _("the part has too many figures"),
    "range_backwards": _("the range does not run upwards"),
    "range_too_long": _("the range is too long"),
    "range_unclear": _("the range cannot be made out"),
    "range_years_differ": _("the ends of the range bear different years"),
    "reaffirmed_out_of_range": _("the year of reaffirmation cannot be true"),
    "region_glued": _("region code and number are run together"),
    "scrambled": _("code, number and year stand in the wrong order"),
    "serial_malformed": _("the running number is malformed"),
    "serial_too_long": _("the running number has too many figures"),
    "slash_without_letter": _("after the slash a letter is missing"),
    "too_long": _("the text is too long"),
    "trailing_text": _("further text follows the number"),
    "undecodable": _("some characters cannot be decoded"),
    "unknown_code": _("there is no document code {value}"),
    "unknown_industry_code": _("there is no industry code {value}"),
    "unknown_region": _("there is no region {value}"),
    "unknown_suffix": _("there is no code with the suffix {value}"),
    "year2_ambiguous": _("a two-figure year below 50 is ambiguous"),
    "year_in_brackets": _("the year stands in brackets instead of after a dash"),
    "year_malformed": _("the year does not have four figures"),
    "year_out_of_range": _("the year cannot be true"),
    # Something else altogether.
    "committee_number": _("the number of a technical committee"),
    "date": _("a date"),
    "empty": _("empty"),
    "explicit_none": _("stated: none"),
    "plan_number": _("a plan number, not a standard number"),
    "prose": _("no standard number"),
}


def sentence_of(flag: str) -> Text | None:
    """Return the sentence of a flag (`name` or `name:value`); None for merely descriptive ones."""
    name, _colon, value = flag.partition(":")
    sentence = _SENTENCES.get(name)
    return Text(sentence.msgid, {"value": value}) if sentence and value else sentence
