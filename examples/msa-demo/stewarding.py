"""The steward panel's cases, votes and decisions, and what each costs by the document."""

from __future__ import annotations

from affairs import Answer, Case, Vote, seconds

PANEL, COURT = "MSA panel", "National Court of Appeal"
LIVE = "Live stewards"


def _case(number: str, round_: int, driver: str, code: str, reported: str, by: str, lap: int | None, turn: str,
          decided: str = "", **more: object) -> Case:  # fmt: skip
    """A complete report; decided in the evening and published three quarters of an hour later. What the live
    stewards saw nobody reported."""
    live = by == LIVE
    video = "" if live else f"drive://jacaranda/{number.lower()}.mp4"
    known: dict[str, object] = {"video": video, "note": "live" if live else ""}
    if decided:
        hour, minute = decided[6:].split(":")
        later = int(hour) * 60 + int(minute) + 45
        known |= {"verdict": "penalty", "decided": decided,
                  "published": f"{decided[:6]}{later // 60:02d}:{later % 60:02d}"}  # fmt: skip
    return Case(number, round_, driver, code, reported, "" if live else by, lap, turn, **(known | more))  # type: ignore[arg-type]


NEL, ROSSOUW, BUTHELEZI = "Francois Nel", "André Rossouw", "Nkululeko Buthelezi"
SCHEEPERS, LOUW = "Wouter Scheepers", "Craig Louw"

CASES = (
    # ---- round 1: Autopolis, Monday 1 March
    # the first of five penalties
    _case("J1-01", 1, BUTHELEZI, "DS02A", "03-01 22:05", "Zanele Maseko", 4, "T3", "03-03 20:00", cost=5),
    # no advantage: the third warning on the eLicence, because two came along from another series
    _case("J1-02", 1, NEL, "DS05A", "", LIVE, 7, "T9", "03-01 21:50", no_advantage=True),
    # a drive-through that wasn't taken
    _case("J1-03", 1, "Gareth Pienaar", "DS02B", "03-01 21:10", "Coenraad Viljoen", 11, "T1", "03-03 20:10", cost=45),
    # one that was
    _case("J1-04", 1, "Yaseen Osman", "DS03C", "", LIVE, 5, "T14", "03-01 20:50", served=True),
    # turn and video are missing: said, and looked at all the same
    _case("J1-05", 1, SCHEEPERS, "DS04A", "03-01 21:30", "Mthokozisi Zondi", 8, "", "03-03 20:20", video="",
          note="found it on the stream, next time add the clip", cost=5),
    # a protest with its fee, won before the MSA panel
    _case("J1-06", 1, "Zanele Maseko", "DS05B", "03-01 22:20", "Cameron Fyfe", 15, "T12", "03-03 20:25",
          protest="03-05 11:00", fee=True),
    Case("J1-06", 1, "Zanele Maseko", "DS05B", verdict="no action", decided="03-11 15:00", published="03-11 16:30",
         panel=PANEL, note="brake test by the lead car; refund R2000"),
    _case("J1-07", 1, "Hannes Krügel", "LIVERY", "", LIVE, None, "", "03-03 20:30", penalty="1 warning",
          note="energy drink logo, no permission"),
    # ---- round 2: Dragon Trail, Monday 15 March
    # the fifth penalty of the year, four of them from another series: out of round 3, -10 points
    _case("J2-01", 2, "Dirk Jansen van Rensburg", "DS03A", "03-15 22:00", ROSSOUW, 9, "Chicane of death", "03-17 20:00",
          cost=5),
    _case("J2-02", 2, BUTHELEZI, "DS04B", "03-15 22:15", "Tiaan Esterhuizen", 12, "T5", "03-17 20:05", cost=5),
    # the fifth, but four of them are of last year
    _case("J2-03", 2, "Storm Redelinghuys", "DS05A", "03-15 21:00", "Tebogo Mashaba", 6, "T1", "03-17 20:10", cost=5),
    # one vote each: the senior steward decides
    _case("J2-04", 2, "Ashwin Reddy", "DS02A", "03-15 21:05", "Yaseen Osman", 17, "T8", verdict="",
          published="03-17 21:10", note="1-1, see Votes", cost=5),
    # two acts in one race: five seconds
    _case("J2-05", 2, "Mthokozisi Zondi", "DS06A", "", LIVE, 3, "start-finish", "03-15 20:50"),
    _case("J2-06", 2, "Mthokozisi Zondi", "DS06A", "", LIVE, 14, "start-finish", "03-15 20:50", cost=5),
    # on top of three seconds of the game that weren't served
    _case("J2-07", 2, "Karabo Letsoalo", "DS05B", "03-15 20:58", "Amahle Dube", 10, "T16", "03-17 20:20", cost=5),
    # ---- round 3: Barcelona, Monday 29 March
    _case("J3-01", 3, BUTHELEZI, "DS05A", "03-29 22:10", "Zanele Maseko", 2, "T1", "03-31 20:00", cost=5),
    # there was a safety car in Division 1, none in Division 2
    _case("J3-02", 3, "Lindani Mahlangu", "DS01A", "", LIVE, 9, "T16", "03-29 21:50", cost=5),
    _case("J3-03", 3, "Sanele Gumede", "DS01A", "03-29 21:00", "Nomvula Sibiya", 9, "T16", "03-31 20:05"),
    # three acts in one race
    _case("J3-04", 3, ROSSOUW, "DS06A", "", LIVE, 5, "main straight", "03-29 21:50"),
    _case("J3-05", 3, ROSSOUW, "DS06A", "", LIVE, 8, "main straight", "03-29 21:50"),
    _case("J3-06", 3, ROSSOUW, "DS06B", "", LIVE, 13, "main straight", "03-29 21:50", cost=45),
    _case("J3-07", 3, SCHEEPERS, "DS06A", "", LIVE, 6, "main straight", "03-29 20:50", no_advantage=True),
    # through all panels, and lost in each
    _case("J3-08", 3, "Tiaan Esterhuizen", "DS04B", "03-29 22:25", "Lindani Mahlangu", 15, "T5", "03-31 20:15",
          protest="04-01 09:00", fee=True),
    Case("J3-08", 3, "Tiaan Esterhuizen", "DS04B", verdict="penalty", decided="04-07 15:00", published="04-07 16:00",
         panel=PANEL, fee=True, protest="04-08 08:30", note="upheld, fee lost; leave to appeal asked"),
    Case("J3-08", 3, "Tiaan Esterhuizen", "DS04B", verdict="penalty", decided="04-09 15:00", published="04-09 16:00",
         panel=COURT, note="dismissed", cost=5),
    _case("J3-09", 3, "Sizwe Nxumalo", "CHAT", "", LIVE, 4, "", "03-29 20:50", penalty="10 s", note="'lag!!!' x 6",
          cost=10),
    # ---- round 4: Lago Maggiore, Monday 12 April
    _case("J4-01", 4, BUTHELEZI, "DS03B", "04-12 22:05", ROSSOUW, 11, "T4", "04-14 20:00", cost=5),
    # the same corner three times
    _case("J4-02", 4, LOUW, "DS07", "", LIVE, 4, "T10", "04-12 20:50"),
    _case("J4-03", 4, LOUW, "DS07", "", LIVE, 7, "T10", "04-12 20:50"),
    _case("J4-04", 4, LOUW, "DS07", "", LIVE, 15, "T10", "04-12 20:50", cost=45),
    _case("J4-05", 4, SCHEEPERS, "DS05B", "", LIVE, 12, "T2", "04-12 20:50", no_advantage=True),
    # out of rounds 5 and 6
    _case("J4-06", 4, "Elrich September", "DS09", "04-12 20:58", "Storm Redelinghuys", 16, "T13", "04-14 20:10",
          penalty="2 round ban"),
    # only a ban is possible
    _case("J4-07", 4, "Amahle Dube", "DS09", "04-12 21:02", "Hannes Krügel", 13, "T1", "04-14 20:15", penalty="60 s"),
    _case("J4-08", 4, "Inês Teixeira", "BEHAVIOUR", "", LIVE, None, "", "04-14 20:20", penalty="qualifying ban",
          note="Facebook post about the promoter"),
    # ---- round 5: Fuji, moved to Wednesday 28 April
    # the fifth penalty: out of round 6, -10 points
    _case("J5-01", 5, BUTHELEZI, "DS05B", "04-28 22:05", "Zanele Maseko", 18, "T1", "04-30 20:00", cost=5),
    # the third warning: no qualifying in round 6
    _case("J5-02", 5, SCHEEPERS, "DS05A", "", LIVE, 2, "T3", "04-28 20:50", no_advantage=True),
    # no fee: the protest isn't admitted
    _case("J5-03", 5, "Rudi Strydom", "DS02A", "04-28 22:15", "Yaseen Osman", 9, "T10", "04-30 20:10",
          protest="05-01 12:00", note="'will pay end of the month'", cost=5),
    # did not start
    _case("J5-04", 5, "Ettienne Malherbe", "DS05A", "04-28 21:10", "Hannes Krügel", 3, "T6", "04-30 20:15"),
    # no such code
    _case("J5-05", 5, "Ashwin Reddy", "DS11", "04-28 21:00", "Bheki Ngubane", 7, "T13", "04-30 20:20"),
    # ---- round 6: Tokyo, Monday 10 May
    _case("J6-01", 6, "Karabo Letsoalo", "CHEATING", "", LIVE, None, "", "05-12 20:00", penalty="life ban",
          note="second account, confirmed by PD"),
    _case("J6-02", 6, "Jean-Pierre Blignaut", "DS04C", "05-10 20:59", "Sanele Gumede", 12, "T7", "05-12 20:05",
          cost=45),
    # decided, and decided anew when the second clip came
    _case("J6-03", 6, "Ashwin Reddy", "DS05B", "05-10 21:05", "Tebogo Mashaba", 6, "T3", "05-12 20:10"),
    Case("J6-03", 6, "Ashwin Reddy", "DS05B", verdict="no action", decided="05-14 20:00", published="05-14 20:30",
         note="onboard of #62 shows he braked early"),
    # ---- round 7: Mount Panorama, Monday 24 May
    # with the MSA panel
    _case("J7-01", 7, "Lindani Mahlangu", "DS02A", "05-24 22:05", NEL, 14, "Conrod", "05-26 20:00",
          protest="05-28 09:30", fee=True, note="paid R2000, MSA has the footage", cost=5),
    # still open
    _case("J7-02", 7, "Réneé Bester", "DS03A", "05-24 21:02", "Tebogo Mashaba", 5, "T2"),
)  # fmt: skip

SECONDS = seconds(CASES)

VOTES = (
    Vote("J2-04", "Petro Venter", "penalty", senior=True, at="03-17 20:12"),
    Vote("J2-04", "Siphokazi Jali", "no action", at="03-17 20:14"),
)

ANSWERS = (
    Answer("rq-r1-rudi-strydom", "no action", "Petro", "03-03 20:40", "demoted, that's enough"),
    Answer("rq-r1-sanele-gumede", "no action", "Petro", "03-03 20:41", "same crash"),
    Answer("rq-r2-rashaad-davids", "no action", "Petro", "03-17 20:30", "apologised in the group"),
    Answer("rq-r5-coenraad-viljoen", "no action", "Petro", "04-30 20:30", "demoted, that's enough"),
    Answer("first-lap-r2-race-division-1", "no action", "Petro", "03-15 21:55", "everybody could drive on"),
    Answer("load-shedding-r5-race", "postponed", "Kobus", "04-25 18:00", "Wednesday instead"),
)
