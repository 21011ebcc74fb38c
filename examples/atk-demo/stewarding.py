"""The steward panel's cases, votes and decisions, and what each costs by the document."""

from __future__ import annotations

from affairs import Answer, Case, Vote, seconds

PANEL, COURT = "MSA panel", "National Court of Appeal"
LIVE = "Live stewards"
CLIP = "https://youtu.be/"


def _case(number: str, round_: int, driver: str, code: str, reported: str, by: str, lap: int | None, turn: str,
          decided: str = "", **more: object) -> Case:  # fmt: skip
    """A complete report; decided in the evening and published half an hour later. What the live stewards saw
    nobody reported."""
    live = by == LIVE
    video = "" if live else f"{CLIP}atk{number.replace('-', '').lower()}"
    known: dict[str, object] = {"video": video, "note": "live" if live else ""}
    if decided:
        hour, minute = decided[6:].split(":")
        later = int(hour) * 60 + int(minute) + 30
        known |= {"verdict": "penalty", "decided": decided,
                  "published": f"{decided[:6]}{later // 60:02d}:{later % 60:02d}"}  # fmt: skip
    return Case(number, round_, driver, code, reported, "" if live else by, lap, turn, **(known | more))  # type: ignore[arg-type]


CASES = (
    # ---- round 1: Deep Forest, Wednesday 4 May
    # voted 2 to 1 (tab Votes); the first of five penalties
    _case("R1-01", 1, "João Ferreira", "DS02A", "05-04 20:55", "Sipho Mthembu", 6, "T3", verdict="",
          published="05-05 20:35", note="majority, see Votes", cost=5),
    # the row's own figure beats the five seconds of the umbrella document
    _case("R1-02", 1, "Kagiso Molefe", "DS03A", "05-04 19:40", "Mandla Khumalo", 3, "T1", "05-05 20:10",
          penalty="10 s", points=2, note="dive bomb from 3 cars back, so 10", cost=10),
    # no figure in the row: inherited 45 s, because the drive-through wasn't taken; 3 points
    _case("R1-03", 1, "Brendan McIntyre", "DS05C", "05-04 19:52", "Preshen Govender", 11, "T7", "05-05 20:15",
          points=3, cost=45),
    # reported seven hours after the race of Pool 1: too late
    _case("R1-04", 1, "Tumelo Mokoena", "DS04A", "05-05 03:25", "Zoë Hendricks", 19, "T9", verdict="penalty",
          decided="05-05 20:20", published="05-05 20:50", note="was asleep ..."),
    # neither turn nor video: incomplete
    _case("R1-05", 1, "Vuyo Mabena", "DS05B", "05-04 19:58", "Kyle Abrahams", 14, "", video="",
          note="he hit me, you all saw it"),
    # no advantage gained: a warning, the first of three
    _case("R1-06", 1, "Zoë Hendricks", "DS05B", "", LIVE, 2, "T5", "05-04 20:21", no_advantage=True),
    # acting once is at most a warning: counted, without seconds
    _case("R1-07", 1, "Keagan Naidoo", "DS06A", "", LIVE, 17, "main straight", "05-04 20:21"),
    _case("R1-08", 1, "Danie Swart", "CHAT", "", LIVE, 9, "", "05-04 19:20", penalty="5 s",
          note="'thanks for the punt'", cost=5),
    _case("R1-09", 1, "Stiaan Fourie", "LIVERY", "", LIVE, None, "", "05-05 20:30", penalty="1 warning",
          note="beer logo without permission"),
    # ---- round 2: Suzuka, Wednesday 18 May
    _case("R2-01", 2, "João Ferreira", "DS03B", "05-18 20:41", "Devesh Pillay", 4, "T11", "05-19 20:00", cost=5),
    _case("R2-02", 2, "Brendan McIntyre", "DS03A", "05-18 19:50", "Tshepo Ramaphela", 9, "T1", "05-19 20:05",
          points=3, cost=5),
    # a drive-through that wasn't taken
    _case("R2-03", 2, "Tshepo Ramaphela", "DS02B", "05-18 20:02", "Anél Steyn", 13, "T16", "05-19 20:10",
          points=2, cost=45),
    # overtook at the end of the safety car period: there was one in Pool 1
    _case("R2-04", 2, "Lwazi Dlamini", "DS01A", "", LIVE, 12, "T16", "05-18 20:24", cost=5),
    # no safety car in Pool 3
    _case("R2-05", 2, "Imraan Patel", "DS01A", "05-18 19:48", "Vuyo Mabena", 8, "T16", "05-19 20:15"),
    # did not start
    _case("R2-06", 2, "Chanté Booysen", "DS05A", "05-18 20:50", "Werner Grobler", 2, "T2", "05-19 20:20",
          note="wrong car named?"),
    # no such code
    _case("R2-07", 2, "Étienne du Plooy", "DS10", "05-18 19:55", "Zoë Hendricks", 5, "T13", "05-19 20:25"),
    # a protest with its fee is won before the MSA panel: no action, R2000 goes back
    _case("R2-08", 2, "Sipho Mthembu", "DS04B", "05-18 20:38", "Ruän Oosthuizen", 18, "T14", "05-19 20:30",
          protest="05-20 09:15", fee=True),
    Case("R2-08", 2, "Sipho Mthembu", "DS04B", verdict="no action", decided="05-25 15:00", published="05-25 16:00",
         panel=PANEL, note="telemetry: steering straight, contact caused by netcode"),
    # ---- round 3: Interlagos, Wednesday 1 June
    _case("R3-01", 3, "João Ferreira", "DS05B", "06-01 20:33", "Aiden van Wyk", 21, "T4", "06-02 20:00", cost=5),
    _case("R3-02", 3, "Zoë Hendricks", "DS05B", "", LIVE, 3, "T1", "06-01 19:20", no_advantage=True),
    # three acts in one race: two bring 5 seconds, and with the third 45 take their place
    _case("R3-03", 3, "Preshen Govender", "DS06A", "06-01 19:31", "Anél Steyn", 5, "Reta Oposta", "06-02 20:05"),
    _case("R3-04", 3, "Preshen Govender", "DS06A", "06-01 19:33", "Anél Steyn", 9, "Reta Oposta", "06-02 20:05"),
    _case("R3-05", 3, "Preshen Govender", "DS06B", "06-01 19:36", "Luyanda Sithole", 16, "main straight",
          "06-02 20:05", cost=45),
    # served in the game
    _case("R3-06", 3, "Mandla Khumalo", "DS03C", "", LIVE, 7, "T8", "06-01 20:21", served=True),
    # one vote each: the senior steward's decides
    _case("R3-07", 3, "Christo Müller", "DS04A", "06-01 19:44", "Tumelo Mokoena", 24, "T2", verdict="",
          published="06-02 20:45", note="1-1, Anton decides"),
    _case("R3-08", 3, "Ricardo Gonçalves", "BEHAVIOUR", "", LIVE, None, "", "06-02 20:20",
          penalty="qualifying ban", note="podium interview, language"),
    # ---- round 4: Mount Panorama, Wednesday 15 June
    _case("R4-01", 4, "João Ferreira", "DS04A", "06-15 20:45", "Devesh Pillay", 8, "T2", "06-16 20:00", cost=5),
    _case("R4-02", 4, "Brendan McIntyre", "DS04B", "06-15 19:40", "Ntombi Radebe", 15, "The Chase", "06-16 20:05",
          points=3, cost=5),
    # the third warning: a qualifying ban in round 5
    _case("R4-03", 4, "Zoë Hendricks", "DS05A", "", LIVE, 3, "T1", "06-15 19:40", no_advantage=True),
    # the same corner three times
    _case("R4-04", 4, "Vuyo Mabena", "DS07", "", LIVE, 4, "T22", "06-15 19:26"),
    _case("R4-05", 4, "Vuyo Mabena", "DS07", "", LIVE, 9, "T22", "06-15 19:26"),
    _case("R4-06", 4, "Vuyo Mabena", "DS07", "", LIVE, 17, "T22", "06-15 19:26", cost=45),
    # three corners, once each
    _case("R4-07", 4, "Heinrich Böhmer", "DS07", "", LIVE, 3, "T2", "06-15 19:26"),
    _case("R4-08", 4, "Heinrich Böhmer", "DS07", "", LIVE, 5, "T20", "06-15 19:26"),
    _case("R4-09", 4, "Heinrich Böhmer", "DS07", "", LIVE, 18, "T22", "06-15 19:26"),
    # the feud: both are out of round 5
    _case("R4-10", 4, "Étienne du Plooy", "DS09", "06-15 19:48", "Luyanda Sithole", 17, "Conrod", "06-16 20:20",
          penalty="1 round ban", points=2),
    _case("R4-11", 4, "Luyanda Sithole", "DS09", "06-15 19:55", "Étienne du Plooy", 18, "T2", "06-16 20:20",
          penalty="1 round ban", points=2),
    # a protest without the fee isn't admitted
    _case("R4-12", 4, "Werner Grobler", "DS02A", "06-15 20:50", "Renè Labuschagne", 12, "T4", "06-16 20:30",
          protest="06-17 08:00", note="'I'm not paying two grand'", cost=5),
    # ---- round 5: Spa, Wednesday 29 June
    # the fifth penalty: out of round 6, and ten championship points
    _case("R5-01", 5, "João Ferreira", "DS05A", "06-29 20:31", "Sipho Mthembu", 10, "La Source", "06-30 20:00",
          cost=5),
    # the eleventh penalty point: removed
    _case("R5-02", 5, "Brendan McIntyre", "DS05A", "06-29 19:50", "Christo Müller", 7, "Les Combes", "06-30 20:05",
          points=2, cost=5),
    # the further penalty for a rage quit
    _case("R5-03", 5, "Kagiso Molefe", "DS08", "", LIVE, 6, "", "06-30 20:10", penalty="-5 points"),
    # through all panels: upheld, and upheld again
    _case("R5-04", 5, "Aiden van Wyk", "DS03B", "06-29 19:44", "Lwazi Dlamini", 14, "Bus Stop", "06-30 20:15",
          protest="07-01 10:00", fee=True),
    Case("R5-04", 5, "Aiden van Wyk", "DS03B", verdict="penalty", decided="07-05 14:00", published="07-05 15:00",
         panel=PANEL, fee=True, protest="07-06 09:00", note="upheld, fee lost; asks for leave to appeal"),
    Case("R5-04", 5, "Aiden van Wyk", "DS03B", verdict="penalty", decided="07-12 14:00", published="07-12 16:00",
         panel=COURT, note="leave to appeal refused", cost=5),
    # ---- round 6: Laguna Seca, moved to Friday 15 July
    # only a ban is possible for intentional contact
    _case("R6-01", 6, "Anél Steyn", "DS09", "07-15 19:41", "Tumelo Mokoena", 22, "T5", "07-17 20:00",
          penalty="30 s"),
    _case("R6-02", 6, "Yusuf Cassim", "CHEATING", "", LIVE, None, "", "07-17 20:05",
          penalty="disqualification", points=4, note="ran a macro wheel; first and last time"),
    _case("R6-03", 6, "Stiaan Fourie", "CHEATING", "", LIVE, None, "", "07-17 20:10",
          penalty="life ban", note="let his brother drive, admitted it"),
    # the row says something else than the votes
    _case("R6-04", 6, "Tumelo Mokoena", "DS02A", "07-15 19:50", "Bongani Zwane", 12, "T2", "07-17 20:15",
          note="votes say no action", cost=5),
    # ---- round 7: Nürburgring GP, Wednesday 27 July
    _case("R7-01", 7, "Ruän Oosthuizen", "DS05B", "07-27 20:48", "Renè Labuschagne", 20, "T1", "07-28 09:30",
          protest="07-28 11:10", fee=True, note="for the title! MSA has the footage", cost=5),
    # still open
    _case("R7-02", 7, "Mandla Khumalo", "DS03A", "07-27 19:55", "Hendrik Vermaak", 9, "T13"),
)  # fmt: skip

SECONDS = seconds(CASES)

VOTES = (
    Vote("R1-01", "Anton Roux", "penalty", senior=True, at="05-05 20:00"),
    Vote("R1-01", "Fatima Ebrahim", "penalty", at="05-05 20:01"),
    Vote("R1-01", "Gugu Ndlovu", "no action", at="05-05 20:04"),
    Vote("R3-07", "Fatima Ebrahim", "penalty", at="06-02 20:11"),
    Vote("R3-07", "Anton Roux", "no action", senior=True, at="06-02 20:15"),
    Vote("R6-04", "Anton Roux", "no action", senior=True, at="07-17 20:12"),
    Vote("R6-04", "Gugu Ndlovu", "no action", at="07-17 20:12"),
    Vote("R6-04", "Fatima Ebrahim", "penalty", at="07-17 20:13"),
    Vote("R6-40", "Gugu Ndlovu", "penalty", at="07-17 20:14"),
)

ANSWERS = (
    Answer("rq-r3-rene-labuschagne", "no action", "Anton", "06-02 20:30", "wheel base died, sent a photo"),
    Answer("rq-r5-kagiso-molefe", "a penalty", "Panel", "06-30 20:08", "case R5-03"),
    Answer("load-shedding-r6-race", "postponed", "Jonathan", "07-12 20:15", "Friday 15 July"),
)
