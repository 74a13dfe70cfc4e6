"""Names of months and weekdays as the press writes them, in the languages that use the Latin or Cyrillic script."""

from typing import Final

_MONTHS: Final = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro janv januari ocak stycznia styczeń января янв січня ledna leden",
    "february feb februar février févr fevrier febrero febbraio febb fevereiro fev februari lutego luty февраля фев лютого února únor",
    "march mar märz maerz mars marzo março marco maart marca marzec maret марта мар березня března březen",
    "april apr avril avr abril abr aprile aprilie kwietnia kwiecień апреля апр квітня dubna duben",
    "may mai mayo maggio mag maio mei maj mei maja мая травня května květen",
    "june jun juni juin junio giugno giu junho czerwca czerwiec июня июн червня června červen",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec июля июл липня července červenec",
    "august aug août aout agosto ago agustus ağustos augustus sierpnia sierpień августа авг серпня srpna srpen",
    "september sep sept septembre septiembre settembre set setembro września wrzesień сентября сен вересня září",
    "october oct oktober okt octobre octubre ottobre ott outubro out października październik октября окт жовтня října říjen",
    "november nov novembre noviembre novembro listopada listopad ноября ноя листопада",
    "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember grudnia grudzień декабря дек грудня prosince prosinec",
)
_WEEKDAYS: Final = (
    "monday mon montag lundi lunes lunedì segunda-feira maandag poniedziałek понедельник",
    "tuesday tue tues dienstag mardi martes martedì terça-feira dinsdag wtorek вторник",
    "wednesday wed weds mittwoch mercredi miércoles mercoledì quarta-feira woensdag środa среда",
    "thursday thu thur thurs donnerstag jeudi jueves giovedì quinta-feira donderdag czwartek четверг",
    "friday fri freitag vendredi viernes venerdì sexta-feira vrijdag piątek пятница",
    "saturday sat samstag samedi sábado sabato zaterdag sobota суббота",
    "sunday sun sonntag dimanche domingo domenica zondag niedziela воскресенье",
)

MONTHS: Final[dict[str, int]] = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
"""Lower-case name or abbreviation → 1 to 12."""

WEEKDAYS: Final[dict[str, int]] = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
"""Lower-case name or abbreviation → 0 for Monday to 6 for Sunday."""
