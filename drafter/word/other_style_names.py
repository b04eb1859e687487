"""The names that other languages and programs give to Word's own styles.

Word writes the English name whatever its language is, but other programs write the one that the person sees.
"""

from functools import cache
from itertools import chain

from drafter.patterns import pattern

_HEADING_WORDS = """
Überschrift|Titre|Título|Titolo|Kop|Rubrik|Overskrift|Otsikko|Nagłówek|Заголовок|Nadpis|Címsor|Titlu|Titlul
Επικεφαλίδα|Başlık|عنوان|العنوان|כותרת|标题|標題|見出し|제목|शीर्षक|Judul|Tajuk|Заглавие|Наслов|Naslov|Pealkiri
Virsraksts|Antraštė|Đầu đề|Tiêu đề|หัวเรื่อง|Cabeçalho|Encapçalament|Títol|سرفصل|تیتر|শিরোনাম|Kichwa|Izenburua
Fyrirsögn
"""
_NAMES = {
    "Title": """
        Titel|Titre|Título|Titolo|Puesto|Tittel|Otsikko|Tytuł|Название|Заголовок|Назва|Název|Názov|Cím|Titlu
        Τίτλος|Konu Başlığı|Başlık|العنوان|عنوان|כותרת טקסט|标题|標題|表題|제목|शीर्षक|Judul|Tajuk|Naslov
        Наслов|Pealkiri|Nosaukums|Pavadinimas|Tiêu đề|ชื่อเรื่อง|Títol|Titill
    """,
    "Subtitle": """
        Untertitel|Sous-titre|Subtítulo|Sottotitolo|Ondertitel|Underrubrik|Undertittel|Undertitel|Alaotsikko
        Podtytuł|Подзаголовок|Підзаголовок|Podtitul|Podtitulek|Alcím|Subtitlu|Υπότιτλος|Altyazı|Alt Başlık
        العنوان الفرعي|כותרת משנה|副标题|副標題|副題|부제|Subjudul|Podnaslov|Поднаслов|Alapealkiri|Subtítol
    """,
    "Body Text": """
        Text body|Textkörper|Corps de texte|Texto independiente|Cuerpo de texto|Corpo de texto|Corpo testo
        Corpo del testo|Plattetekst|Platte tekst|Brödtext|Brødtekst|Leipäteksti|Tekst podstawowy|Treść tekstu
        Основной текст|Základní text|Tělo textu|Szövegtörzs|Corp text|Σώμα κειμένου|Gövde Metni|نص أساسي
        גוף טקסט|正文文本|本文|본문
    """,
    "List Bullet": """
        Aufzählungszeichen|Liste à puces|Lista con viñetas|Lista com marcadores|Commarcadores|Punto elenco
        Lijst opsom.teken|Lijstopsomteken|Punktlista|Punktliste|Opstilling - punkttegn|Lista punktowana
        Маркированный список
    """,
    "List Continue": """
        Listenfortsetzung|Liste continue|Continuar lista|Lista de continuação|Elenco continua
        Lijstvoortzetting|Lista - kontynuacja|Продолжение списка
    """,
    "Quote": """
        Quotations|Block Quotation|Zitat|Citation|Cita|Citação|Citazione|Citaat|Citat|Sitat|Lainaus|Cytat
        Цитата|Citát|Idézet|Alıntı|اقتباس|ציטוט|引用|引文
    """,
    "Signature": """
        Unterschrift|Firma|Assinatura|Handtekening|Underskrift|Allekirjoitus|Podpis|Подпись|Aláírás|İmza|署名
    """,
    "header": """
        Kopfzeile|En-tête|Encabezado|Cabeçalho|Intestazione|Koptekst|Sidhuvud|Topptekst|Sidehoved|Nagłówek
        Верхний колонтитул|Záhlaví|Élőfej|Antet|Κεφαλίδα|Üst Bilgi|رأس الصفحة|页眉|頁首|ヘッダー|머리글
    """,
    "footer": """
        Fußzeile|Pied de page|Pie de página|Rodapé|Piè di pagina|Voettekst|Sidfot|Bunntekst|Sidefod|Stopka
        Нижний колонтитул|Zápatí|Élőláb|Subsol|Υποσέλιδο|Alt Bilgi|تذييل الصفحة|页脚|頁尾|フッター|바닥글
    """,
    "endnote text": """
        Endnote|Endnotentext|Note de fin|Texto nota al final|Texto de nota de fim|Testo nota di chiusura
        Eindnoottekst|Slutnotstext|Sluttnotetekst|Slutnotetekst|Tekst przypisu końcowego|Текст концевой сноски
    """,
    "footnote text": """
        Footnote|Fußnotentext|Note de bas de page|Texto nota pie|Texto de nota de rodapé
        Testo nota a piè di pagina|Voetnoottekst|Fotnotstext|Fotnotetekst|Fodnotetekst
        Tekst przypisu dolnego|Текст сноски
    """,
    "endnote reference": """
        Endnote anchor|Endnote Characters|Endnote Symbol|Endnotenzeichen|Appel de note de fin
        Ref. de nota al final|Referência de nota de fim|Rimando nota di chiusura|Eindnootmarkering
        Slutnotsreferens|Sluttnotereferanse|Slutnotehenvisning|Odwołanie przypisu końcowego
        Знак концевой сноски
    """,
    "footnote reference": """
        Footnote anchor|Footnote Characters|Footnote Symbol|Fußnotenzeichen|Appel note de bas de p.
        Marque note bas de page|Ref. de nota al pie|Referência de nota de rodapé
        Rimando nota a piè di pagina|Voetnootmarkering|Fotnotsreferens|Fotnotereferanse|Fodnotehenvisning
        Odwołanie przypisu dolnego|Знак сноски
    """,
    "Table Text": "Table Contents|Tabelleninhalt|Contenu de tableau|Contenido de la tabla|Contenuto tabella",
    "Table Heading": "Tabellenüberschrift|Titre de tableau|Encabezado de la tabla|Intestazione tabella",
}
_NUMBERED = pattern(r"(.+?)\s*([1-9])")


def fold_name(name: str) -> str:
    """Return the name of a style as it is compared: in small letters, with single blanks."""
    return " ".join(name.split()).casefold()


def plain_id(name: str) -> str:
    """Return the id that Word derives from *name*, in small letters: without blanks, accents and signs."""
    return "".join(character for character in name if character.isascii() and character.isalnum()).lower()


@cache
def other_names(name: str) -> frozenset[str]:
    """Return the names that other languages and programs use for Word's style called *name*.

    They are folded and have no blanks, because some programs write ``Titre1``.
    """
    heading = _NUMBERED.fullmatch(name)
    if heading and fold_name(heading[1]) == "heading":
        return frozenset(fold_name(f"{word}{heading[2]}") for word in _split(_HEADING_WORDS))
    folded = fold_name(name)
    tables = (names for key, names in _NAMES.items() if fold_name(key) == folded)
    names = chain.from_iterable(map(_split, tables))
    return frozenset(_without_blanks(name) for name in names)


def is_other_name(other: str, name: str) -> bool:
    """Return whether another language or program calls Word's style *name* by the name *other*."""
    return _without_blanks(other) in other_names(name)


def _without_blanks(name: str) -> str:
    return fold_name(name).replace(" ", "")


def _split(names: str) -> list[str]:
    return [name.strip() for line in names.strip().splitlines() for name in line.split("|") if name.strip()]
