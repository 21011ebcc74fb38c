"""How people of a locale write numbers, dates and money."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locale:
    """`date` is the pattern of a short date; its letters' order is how 1/2/2020 is read."""

    name: str
    decimal: str = "."
    group: str = ","
    date: str = "M/d/yyyy"
    currency: str = "$"
    before: bool = True  # the currency stands before the number
    twelve_hours: bool = True

    @property
    def argument(self) -> str:
        """What stands between the arguments of a function."""
        return ";" if self.decimal == "," else ","

    @property
    def order(self) -> str:
        """`mdy`, `dmy` or `ymd`."""
        return "".join(letter for letter in dict.fromkeys(self.date.lower()) if letter in "dmy")

    @property
    def money(self) -> str:
        """The pattern of an amount."""
        symbol = f'"{self.currency}"' if self.before else f"[${self.currency}]"
        return f"{symbol}#,##0.00" if self.before else f"#,##0.00\\ {symbol}"

    @property
    def time(self) -> str:
        return "h:mm:ss am/pm" if self.twelve_hours else "H:mm:ss"


NARROW = "\u202f"
KNOWN = {
    found.name: found
    for found in (
        Locale("en_US"),
        Locale("en_GB", date="dd/MM/yyyy", currency="£", twelve_hours=False),
        Locale("en_AU", date="dd/MM/yyyy"),
        Locale("en_CA", date="yyyy-MM-dd"),
        Locale("en_IN", date="dd/MM/yyyy", currency="₹"),
        Locale("de_DE", ",", ".", "dd.MM.yyyy", "€", False, False),
        Locale("de_AT", ",", ".", "dd.MM.yyyy", "€", False, False),
        Locale("de_CH", ".", "’", "dd.MM.yyyy", "CHF", False, False),
        Locale("fr_FR", ",", NARROW, "dd/MM/yyyy", "€", False, False),
        Locale("fr_BE", ",", NARROW, "dd/MM/yyyy", "€", False, False),
        Locale("es_ES", ",", ".", "dd/MM/yyyy", "€", False, False),
        Locale("es_MX", date="dd/MM/yyyy", twelve_hours=False),
        Locale("it_IT", ",", ".", "dd/MM/yyyy", "€", False, False),
        Locale("nl_NL", ",", ".", "d-M-yyyy", "€", True, False),
        Locale("nl_BE", ",", ".", "d/M/yyyy", "€", True, False),
        Locale("pt_BR", ",", ".", "dd/MM/yyyy", "R$", True, False),
        Locale("pt_PT", ",", "\xa0", "dd/MM/yyyy", "€", False, False),
        Locale("pl_PL", ",", "\xa0", "d.MM.yyyy", "zł", False, False),
        Locale("cs_CZ", ",", "\xa0", "d.M.yyyy", "Kč", False, False),
        Locale("ru_RU", ",", "\xa0", "dd.MM.yyyy", "₽", False, False),
        Locale("uk_UA", ",", "\xa0", "dd.MM.yyyy", "₴", False, False),
        Locale("sv_SE", ",", "\xa0", "yyyy-MM-dd", "kr", False, False),
        Locale("nb_NO", ",", "\xa0", "dd.MM.yyyy", "kr", True, False),
        Locale("no_NO", ",", "\xa0", "dd.MM.yyyy", "kr", True, False),
        Locale("da_DK", ",", ".", "dd.MM.yyyy", "kr.", False, False),
        Locale("fi_FI", ",", "\xa0", "d.M.yyyy", "€", False, False),
        Locale("tr_TR", ",", ".", "dd.MM.yyyy", "₺", True, False),
        Locale("hu_HU", ",", "\xa0", "yyyy. MM. dd.", "Ft", False, False),
        Locale("ro_RO", ",", ".", "dd.MM.yyyy", "RON", False, False),
        Locale("el_GR", ",", ".", "d/M/yyyy", "€", False, False),
        Locale("ja_JP", date="yyyy/MM/dd", currency="¥", twelve_hours=False),
        Locale("zh_CN", date="yyyy/M/d", currency="¥", twelve_hours=False),
        Locale("zh_TW", date="yyyy/M/d", currency="NT$"),
        Locale("ko_KR", date="yyyy. M. d", currency="₩"),
        Locale("iw_IL", date="dd/MM/yyyy", currency="₪", twelve_hours=False),
    )
}


def known(name: str) -> bool:
    """Whether a spreadsheet can have this locale: xx, or xx_YY."""
    return name in KNOWN or any(found.split("_")[0] == name for found in KNOWN)


def locale(name: str) -> Locale:
    """The named locale, another of its language, or that of the United States."""
    if name in KNOWN:
        return KNOWN[name]
    language = name.split("_")[0]
    return next((found for key, found in KNOWN.items() if key.split("_")[0] == language), KNOWN["en_US"])
