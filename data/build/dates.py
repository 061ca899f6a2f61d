"""dates.csv: `dates.py PACKAGES`. Months and weekdays of CLDR's English, and our own words of number and order.

value: month 01-12; weekday 1 (Monday) to 7; season 21-24; quarter 33-36, half-year 40 and 41 (EDTF level 2 codes);
number and ordinal words their number; relative words an ISO 8601 duration from the day of the paper.
"""
import json
import os
import sys

import tables

NPM = os.path.join(sys.argv[1], "node_modules")
CLDR, HOUSE = "cldr-dates-full 48.2.0", "rapporteur"


def js(*path):
    with open(os.path.join(NPM, *path), encoding="utf-8") as f:
        return json.load(f)


rows = []
for locale in ("en", "en-GB", "en-CA", "en-AU"):
    calendar = js("cldr-dates-full", "main", locale, "ca-gregorian.json")["main"][locale]["dates"]["calendars"]["gregorian"]
    for width in ("wide", "abbreviated"):
        for number, form in calendar["months"]["format"][width].items():
            rows.append((form, "month", f"{int(number):02}", CLDR))
        for day, form in calendar["days"]["format"][width].items():
            rows.append((form, "weekday", str(1 + ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].index(day)), CLDR))
MONTHS = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11,
          "Dec": 12, "Febr": 2}
for form, number in MONTHS.items():
    rows += [(form, "month", f"{number:02}", HOUSE), (form + ".", "month", f"{number:02}", HOUSE)]
DAYS = {"Mon": 1, "Tue": 2, "Tues": 2, "Wed": 3, "Thu": 4, "Thur": 4, "Thurs": 4, "Fri": 5, "Sat": 6, "Sun": 7}
for form, number in DAYS.items():
    rows += [(form, "weekday", str(number), HOUSE), (form + ".", "weekday", str(number), HOUSE)]
for value, forms in {"21": ["spring", "Spring", "springtime"], "22": ["summer", "Summer", "summertime"],
                     "23": ["autumn", "Autumn", "fall", "Fall"], "24": ["winter", "Winter", "wintertime"]}.items():
    rows += [(form, "season", value, HOUSE) for form in forms]
ORDER = ["first", "second", "third", "fourth"]
for i, word in enumerate(ORDER):
    for form in (f"{word} quarter", f"{i + 1}{['st', 'nd', 'rd', 'th'][i]} quarter", f"Q{i + 1}", f"{i + 1}Q", f"quarter {i + 1}",
                 f"Quarter {i + 1}", f"{word.capitalize()} Quarter"):
        rows.append((form, "quarter", str(33 + i), HOUSE))
rows += [(form, "quarter", "36", HOUSE) for form in ("last quarter", "final quarter")]
for value, forms in {"40": ["first half", "1st half", "H1", "First Half", "first semester"],
                     "41": ["second half", "2nd half", "H2", "Second Half", "second semester", "latter half"]}.items():
    rows += [(form, "quarter", value, HOUSE) for form in forms]

ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
NTHS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth").split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
for i, (one, nth) in enumerate(zip(ONES, NTHS), 1):
    rows += [(one, "number_word", str(i), HOUSE), (nth, "ordinal_word", str(i), HOUSE)]
for i, ten in enumerate(TENS, 2):
    rows += [(ten, "number_word", str(10 * i), HOUSE), (ten[:-1] + "ieth", "ordinal_word", str(10 * i), HOUSE)]
    for j in range(1, 10):
        for joint in ("-", " "):
            rows.append((ten + joint + ONES[j - 1], "number_word", str(10 * i + j), HOUSE))
            rows.append((ten + joint + NTHS[j - 1], "ordinal_word", str(10 * i + j), HOUSE))
for form, value in {"zero": 0, "hundred": 10**2, "one hundred": 10**2, "a hundred": 10**2, "thousand": 10**3, "a thousand": 10**3,
                    "one thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
                    "a million": 10**6, "one million": 10**6, "a billion": 10**9, "one billion": 10**9, "lakh": 10**5,
                    "crore": 10**7, "lakhs": 10**5, "crores": 10**7, "dozen": 12, "a dozen": 12, "couple": 2, "a couple": 2,
                    "millions": 10**6, "billions": 10**9, "trillions": 10**12, "hundreds": 10**2, "thousands": 10**3}.items():
    rows.append((form, "number_word", str(value), HOUSE))
for form, value in {"hundredth": 100, "one hundredth": 100, "thousandth": 1000, "millionth": 10**6}.items():
    rows.append((form, "ordinal_word", str(value), HOUSE))
for form, value in {
    "today": "P0D", "tonight": "P0D", "this morning": "P0D", "this afternoon": "P0D", "this evening": "P0D", "this day": "P0D",
    "earlier today": "P0D", "later today": "P0D", "yesterday": "-P1D", "last night": "-P1D", "yesterday morning": "-P1D",
    "yesterday evening": "-P1D", "the day before yesterday": "-P2D", "tomorrow": "P1D", "tomorrow morning": "P1D",
    "the day after tomorrow": "P2D", "this week": "P0W", "the current week": "P0W", "last week": "-P1W",
    "the previous week": "-P1W", "next week": "P1W", "this month": "P0M", "the current month": "P0M", "last month": "-P1M",
    "the previous month": "-P1M", "next month": "P1M", "this year": "P0Y", "the current year": "P0Y", "the present year": "P0Y",
    "last year": "-P1Y", "the previous year": "-P1Y", "next year": "P1Y", "the coming year": "P1Y",
    "the year before last": "-P2Y", "earlier this year": "P0Y", "later this year": "P0Y", "earlier this month": "P0M",
    "later this month": "P0M", "earlier this week": "P0W", "later this week": "P0W", "this weekend": "P0W",
    "last weekend": "-P1W", "next weekend": "P1W", "last decade": "-P10Y",
}.items():
    rows.append((form, "relative", value, HOUSE))
tables.write("dates", rows)
