"""What neither XlsxWriter nor LibreOffice makes: parts as Excel has them, put into the plain workbook."""

from __future__ import annotations

from collections.abc import Callable

from sources.books import PNG

from .parts import BOOK, HEAD, MAIN, OTHER, SHEET, SPREADSHEETML, X14, Parts

Change = Callable[[Parts], None]
_REL = "http://schemas.microsoft.com/office"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_X = f'xmlns="{MAIN}"'
_VML = """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t201"
 style='position:absolute;width:90pt;height:20pt'>{}</v:shape></xml>"""
_ANCHOR = "<xdr:from><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0"
_ANCHOR += (
    "</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row>"
)
_ANCHOR += "<xdr:rowOff>0</xdr:rowOff></xdr:to>"


def _vml(it: Parts, inside: str) -> None:
    it.default("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")
    it.add("xl/drawings/vmlDrawing1.vml", _VML.format(inside))
    id = it.relate(SHEET, "vmlDrawing", "xl/drawings/vmlDrawing1.vml")
    it.into_sheet(f'<legacyDrawing {_R} r:id="{id}"/>')


def _extension(it: Parts, uri: str, inside: str, sheet: str = SHEET) -> None:
    it.into_sheet(f'<extLst><ext uri="{{{uri}}}" xmlns:x14="{X14}">{inside}</ext></extLst>', sheet)


def form_controls(it: Parts) -> None:
    """A spinner that is linked with a cell of ours."""
    _vml(it, '<x:ClientData ObjectType="Spin"><x:FmlaLink>$D$4</x:FmlaLink></x:ClientData>')
    properties = (
        f'<formControlPr xmlns="{X14}" objectType="Spin" dx="16" fmlaLink="$D$4" max="100" val="25"/>'
    )
    it.add("xl/ctrlProps/ctrlProp1.xml", HEAD + properties, "application/vnd.ms-excel.controlproperties+xml")
    id = it.relate(SHEET, "ctrlProp", "xl/ctrlProps/ctrlProp1.xml")
    control = f'<control shapeId="1025" r:id="{id}" name="Spinner 1"/>'
    it.into_sheet(
        f'<mc:AlternateContent xmlns:mc="{_MC}" {_R}><mc:Choice Requires="x14" xmlns:x14="{X14}">'
        f"<controls>{control}</controls></mc:Choice></mc:AlternateContent>",
        place_of="controls",
    )


def active_x(it: Parts) -> None:
    _vml(it, '<x:ClientData ObjectType="Pict"/>')
    ocx = '<ax:ocx ax:classid="{8BD21D40-EC42-11CE-9E0D-00AA006002F3}" ax:persistence="persistStreamInit" '
    ocx += f'xmlns:ax="{_REL}/2006/activeX" {_R} r:id="rId100"/>'
    it.add("xl/activeX/activeX1.xml", HEAD + ocx, "application/vnd.ms-office.activeX+xml")
    it.add("xl/activeX/activeX1.bin", bytes(range(256)), "application/vnd.ms-office.activeX")
    it.relate(
        "xl/activeX/activeX1.xml",
        f"{_REL}/2006/relationships/activeXControlBinary",
        "xl/activeX/activeX1.bin",
    )
    id = it.relate(SHEET, "control", "xl/activeX/activeX1.xml")
    it.into_sheet(f'<controls {_R}><control shapeId="1025" r:id="{id}" name="CheckBox1"/></controls>')


def _pivot(it: Parts, source: str, where: str, sheet: str) -> None:
    cache = f'<pivotCacheDefinition {_X} {_R} r:id="rId100" refreshedBy="Sam" recordCount="2">'
    cache += (
        f'<cacheSource type="worksheet"><worksheetSource ref="{source}" sheet="Standings"/></cacheSource>'
    )
    cache += (
        '<cacheFields count="2"><cacheField name="Driver" numFmtId="0"><sharedItems count="2"><s v="Ann"/>'
    )
    cache += '<s v="Bob"/></sharedItems></cacheField><cacheField name="Points" numFmtId="0"><sharedItems '
    cache += 'containsSemiMixedTypes="0" containsString="0" containsNumber="1" minValue="18" maxValue="25"/>'
    cache += "</cacheField></cacheFields></pivotCacheDefinition>"
    records = f'<pivotCacheRecords {_X} count="2"><r><x v="0"/><n v="25"/></r><r><x v="1"/><n v="18"/></r>'
    table = f'<pivotTableDefinition {_X} name="Sums" cacheId="7" dataCaption="Values" applyNumberFormats="0">'
    table += f'<location ref="{where}" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2">'
    table += '<pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/>'
    table += '</items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1">'
    table += '<field x="0"/></rowFields><rowItems count="3"><i><x/></i><i><x v="1"/></i><i t="grand"><x/></i>'
    table += (
        '</rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="Sum of Points" '
    )
    table += 'fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>'
    folder = "xl/pivotCache/pivotCache"
    it.add(f"{folder}Definition1.xml", HEAD + cache, f"{SPREADSHEETML}.pivotCacheDefinition+xml")
    it.add(
        f"{folder}Records1.xml",
        f"{HEAD}{records}</pivotCacheRecords>",
        f"{SPREADSHEETML}.pivotCacheRecords+xml",
    )
    it.add("xl/pivotTables/pivotTable1.xml", HEAD + table, f"{SPREADSHEETML}.pivotTable+xml")
    it.relate(f"{folder}Definition1.xml", "pivotCacheRecords", f"{folder}Records1.xml")
    it.relate("xl/pivotTables/pivotTable1.xml", "pivotCacheDefinition", f"{folder}Definition1.xml")
    it.relate(sheet, "pivotTable", "xl/pivotTables/pivotTable1.xml")
    id = it.relate(BOOK, "pivotCacheDefinition", f"{folder}Definition1.xml")
    it.replace(
        BOOK, "</workbook>", f'<pivotCaches><pivotCache cacheId="7" r:id="{id}"/></pivotCaches></workbook>'
    )


def pivot_table(it: Parts) -> None:
    """Beside our range, and fed by it."""
    _pivot(it, "B3:D8", "I3:J6", SHEET)


def slicer(it: Parts) -> None:
    _pivot(it, "B3:D8", "C3:D6", OTHER)
    cache = f'<slicerCacheDefinition xmlns="{X14}" name="Slicer_Driver" sourceName="Driver"><pivotTables>'
    cache += (
        '<pivotTable tabId="2" name="Sums"/></pivotTables><data><tabular pivotCacheId="7"><items count="2">'
    )
    cache += '<i x="0" s="1"/><i x="1" s="1"/></items></tabular></data></slicerCacheDefinition>'
    slicers = (
        f'<slicers xmlns="{X14}"><slicer name="Driver" cache="Slicer_Driver" caption="Driver" rowHeight="1"/>'
    )
    it.add("xl/slicerCaches/slicerCache1.xml", HEAD + cache, "application/vnd.ms-excel.slicerCache+xml")
    it.add("xl/slicers/slicer1.xml", f"{HEAD}{slicers}</slicers>", "application/vnd.ms-excel.slicer+xml")
    of_sheet = it.relate(SHEET, f"{_REL}/2007/relationships/slicer", "xl/slicers/slicer1.xml")
    _extension(
        it,
        "A8765BA9-456A-4dab-B4F3-ACF838C121DE",
        f'<x14:slicerList><x14:slicer {_R} r:id="{of_sheet}"/></x14:slicerList>',
    )
    id = it.relate(BOOK, f"{_REL}/2007/relationships/slicerCache", "xl/slicerCaches/slicerCache1.xml")
    inside = f'<x14:slicerCaches><x14:slicerCache {_R} r:id="{id}"/></x14:slicerCaches>'
    it.replace(
        BOOK,
        "</workbook>",
        f'<extLst><ext uri="{{BBE1A952-AA13-448e-AADC-164F8A28A991}}" xmlns:x14="{X14}">{inside}</ext></extLst></workbook>',
    )


def timeline(it: Parts) -> None:
    _pivot(it, "B3:D8", "C3:D6", OTHER)
    x15 = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"
    cache = f'<timelineCacheDefinition xmlns="{x15}" name="Timeline_Date" sourceName="Date"/>'
    it.add("xl/timelineCaches/timelineCache1.xml", HEAD + cache, "application/vnd.ms-excel.timelineCache+xml")
    shown = (
        f'<timelines xmlns="{x15}"><timeline name="Date" cache="Timeline_Date" level="2" selectionLevel="2"/>'
    )
    it.add(
        "xl/timelines/timeline1.xml", f"{HEAD}{shown}</timelines>", "application/vnd.ms-excel.timeline+xml"
    )
    it.relate(SHEET, f"{_REL}/2011/relationships/timeline", "xl/timelines/timeline1.xml")
    it.relate(BOOK, f"{_REL}/2011/relationships/timelineCache", "xl/timelineCaches/timelineCache1.xml")


def threaded_comments(it: Parts) -> None:
    ns = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    person = "{11111111-2222-3333-4444-555555555555}"
    people = (
        f'<personList xmlns="{ns}"><person displayName="Sam" id="{person}" userId="S::sam" providerId="AD"/>'
    )
    it.add("xl/persons/person.xml", f"{HEAD}{people}</personList>", "application/vnd.ms-excel.person+xml")
    talk = f'<threadedComment ref="B4" dT="2026-03-01T20:00:00.00" personId="{person}" id="{{A}}"><text>Sure?</text>'
    talk += f'</threadedComment><threadedComment ref="B4" personId="{person}" id="{{B}}" parentId="{{A}}"><text>Yes'
    talk = f'<ThreadedComments xmlns="{ns}">{talk}</text></threadedComment></ThreadedComments>'
    it.add(
        "xl/threadedComments/threadedComment1.xml",
        HEAD + talk,
        "application/vnd.ms-excel.threadedcomments+xml",
    )
    note = f'<comments {_X}><authors><author>tc={{A}}</author></authors><commentList><comment ref="B4" authorId="0">'
    note += "<text><t>[Threaded comment]</t></text></comment></commentList></comments>"
    it.add("xl/comments1.xml", HEAD + note, f"{SPREADSHEETML}.comments+xml")
    it.relate(
        SHEET, f"{_REL}/2017/10/relationships/threadedComment", "xl/threadedComments/threadedComment1.xml"
    )
    it.relate(SHEET, "comments", "xl/comments1.xml")
    it.relate(BOOK, f"{_REL}/2017/10/relationships/person", "xl/persons/person.xml")
    _vml(it, '<x:ClientData ObjectType="Note"><x:Row>3</x:Row><x:Column>1</x:Column></x:ClientData>')


def newer_validations(it: Parts) -> None:
    """A list in another tab, as Excel 2010 keeps it."""
    inside = '<x14:dataValidation type="list" allowBlank="1" xr:uid="{1}" xmlns:xr="urn:x"><x14:formula1><xm:f>Other!$A$1'
    inside += "</xm:f></x14:formula1><xm:sqref>B4:B20</xm:sqref></x14:dataValidation></x14:dataValidations>"
    xm = "http://schemas.microsoft.com/office/excel/2006/main"
    whole = f'<x14:dataValidations xmlns:xm="{xm}" count="1">{inside}'
    _extension(it, "CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF", whole)


def linked_records(it: Parts) -> None:
    """In-cell pictures and stocks: rich values beside our cells."""
    rd = "http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"
    it.add(
        "xl/richData/rdrichvalue.xml",
        f'{HEAD}<rvData xmlns="{rd}" count="1"><rv s="0"><v>0</v><v>5</v></rv></rvData>',
        "application/vnd.ms-excel.rdrichvalue+xml",
    )
    it.add(
        "xl/richData/rdrichvaluestructure.xml",
        f'{HEAD}<rvStructures xmlns="{rd}" count="1"><s t="_localImage"><k n="_rvRel:LocalImageIdentifier" t="i"/></s></rvStructures>',
        "application/vnd.ms-excel.rdrichvaluestructure+xml",
    )
    metadata = f'<metadata {_X} xmlns:xlrd="{rd}"><metadataTypes count="1"><metadataType name="XLRICHVALUE" '
    metadata += 'minSupportedVersion="120000" copy="1"/></metadataTypes><valueMetadata count="1"><bk><rc t="1" v="0"/>'
    it.add(
        "xl/metadata.xml",
        f"{HEAD}{metadata}</bk></valueMetadata></metadata>",
        f"{SPREADSHEETML}.sheetMetadata+xml",
    )
    it.relate(BOOK, "sheetMetadata", "xl/metadata.xml")
    it.relate(BOOK, f"{_REL}/2017/06/relationships/rdRichValue", "xl/richData/rdrichvalue.xml")
    it.relate(
        BOOK, f"{_REL}/2017/06/relationships/rdRichValueStructure", "xl/richData/rdrichvaluestructure.xml"
    )
    it.replace(
        SHEET, '<c r="E4"', '<c r="E3" t="e" vm="1"><v>#VALUE!</v></c><c r="E4"'
    ) if 'r="E3"' not in it.text(SHEET) else it.replace(
        SHEET, '<c r="B25"', '<c r="A25" t="e" vm="1"><v>#VALUE!</v></c><c r="B25"'
    )


def custom_xml(it: Parts) -> None:
    """Another program's data, which uses the first number."""
    it.add("customXml/item1.xml", '<league xmlns="urn:another">theirs</league>')
    it.add(
        "customXml/itemProps1.xml",
        '<ds:datastoreItem ds:itemID="{99999999-0000-0000-0000-000000000000}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    it.relate("customXml/item1.xml", "customXmlProps", "customXml/itemProps1.xml")
    it.relate(BOOK, "customXml", "customXml/item1.xml")


def printer_settings(it: Parts) -> None:
    it.default("bin", f"{SPREADSHEETML}.printerSettings")
    it.add("xl/printerSettings/printerSettings1.bin", b"P\0r\0i\0n\0t\0" * 40)
    id = it.relate(SHEET, "printerSettings", "xl/printerSettings/printerSettings1.bin")
    it.into_sheet(f'<pageSetup {_R} orientation="landscape" r:id="{id}"/>')


def external_links(it: Parts) -> None:
    book = (
        f'<externalLink {_X}><externalBook {_R} r:id="rId100"><sheetNames><sheetName val="S"/></sheetNames>'
    )
    book += '<sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>5</v></cell></row></sheetData>'
    it.add(
        "xl/externalLinks/externalLink1.xml",
        f"{HEAD}{book}</sheetDataSet></externalBook></externalLink>",
        f"{SPREADSHEETML}.externalLink+xml",
    )
    it.relate("xl/externalLinks/externalLink1.xml", "externalLinkPath", "file:///gone/other.xlsx", "External")
    id = it.relate(BOOK, "externalLink", "xl/externalLinks/externalLink1.xml")
    it.into_book(f'<externalReferences><externalReference r:id="{id}"/></externalReferences>')


def query_table(it: Parts) -> None:
    """A connection and the table that it fills, in the other tab."""
    connection = (
        f'<connections {_X}><connection id="1" name="Results" type="4" refreshedVersion="6"><webPr url='
    )
    connection += '"https://example.org/results"/></connection></connections>'
    it.add("xl/connections.xml", HEAD + connection, f"{SPREADSHEETML}.connections+xml")
    it.relate(BOOK, "connections", "xl/connections.xml")
    query = f'<queryTable {_X} name="Results" connectionId="1"><queryTableRefresh nextId="2"><queryTableFields count="1">'
    query += '<queryTableField id="1" name="Laps" tableColumnId="1"/></queryTableFields></queryTableRefresh></queryTable>'
    it.add("xl/queryTables/queryTable1.xml", HEAD + query, f"{SPREADSHEETML}.queryTable+xml")
    table = f'<table {_X} id="9" name="Q" displayName="Q" ref="C3:C5" tableType="queryTable"><autoFilter ref="C3:C5"/>'
    table += '<tableColumns count="1"><tableColumn id="1" uniqueName="1" name="Laps" queryTableFieldId="1"/></tableColumns>'
    it.add("xl/tables/table1.xml", f"{HEAD}{table}</table>", f"{SPREADSHEETML}.table+xml")
    it.relate("xl/tables/table1.xml", "queryTable", "xl/queryTables/queryTable1.xml")
    id = it.relate(OTHER, "table", "xl/tables/table1.xml")
    it.into_sheet(f'<tableParts {_R} count="1"><tablePart r:id="{id}"/></tableParts>', OTHER)
    it.replace(
        OTHER, "</sheetData>", '<row r="3"><c r="C3" t="inlineStr"><is><t>Laps</t></is></c></row></sheetData>'
    )


def data_model(it: Parts) -> None:
    it.add(
        "xl/model/item.data",
        bytes(range(256)) * 20,
        "application/vnd.openxmlformats-officedocument.model+data",
    )
    it.relate(BOOK, f"{_REL}/2011/relationships/powerPivotData", "xl/model/item.data")


def ole_object(it: Parts) -> None:
    _vml(it, '<x:ClientData ObjectType="Pict"/>')
    it.add(
        "xl/embeddings/oleObject1.bin",
        b"\xd0\xcf\x11\xe0 an object",
        "application/vnd.openxmlformats-officedocument.oleObject",
    )
    id = it.relate(SHEET, "oleObject", "xl/embeddings/oleObject1.bin")
    it.into_sheet(f'<oleObjects {_R}><oleObject progId="Packager" shapeId="1025" r:id="{id}"/></oleObjects>')


def custom_views(it: Parts) -> None:
    guid = "{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}"
    it.into_sheet(f'<customSheetViews><customSheetView guid="{guid}" scale="80"/></customSheetViews>')
    view = f'<customWorkbookView name="Stewards" guid="{guid}" windowWidth="100" windowHeight="100" activeSheetId="1"/>'
    it.replace(BOOK, "</workbook>", f"<customWorkbookViews>{view}</customWorkbookViews></workbook>")


def modern_shape(it: Parts) -> None:
    """A shape with a choice and a fallback, and a picture in vectors."""
    drawing = f'<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}"><mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice Requires="a16" '
    drawing += f'xmlns:a16="urn:a16"><xdr:twoCellAnchor>{_ANCHOR}<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Arrow"/><xdr:cNvSpPr/>'
    drawing += '</xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rightArrow"/></xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>'
    drawing += "</mc:Choice><mc:Fallback/></mc:AlternateContent></xdr:wsDr>"
    it.add(
        "xl/drawings/drawing1.xml",
        HEAD + drawing,
        "application/vnd.openxmlformats-officedocument.drawing+xml",
    )
    it.add("xl/media/image1.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")
    it.relate("xl/drawings/drawing1.xml", "image", "xl/media/image1.svg")
    id = it.relate(SHEET, "drawing", "xl/drawings/drawing1.xml")
    it.into_sheet(f'<drawing {_R} r:id="{id}"/>')


def ribbon(it: Parts) -> None:
    ui = '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"><ribbon/></customUI>'
    it.add("customUI/customUI14.xml", HEAD + ui)
    it.relate("", f"{_REL}/2007/relationships/ui/extensibility", "customUI/customUI14.xml")


def thumbnail(it: Parts) -> None:
    it.default("png", "image/png")
    it.add("docProps/thumbnail.png", PNG)
    it.relate(
        "",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
        "docProps/thumbnail.png",
    )


def sensitivity_label(it: Parts) -> None:
    labels = "http://schemas.microsoft.com/office/2020/mipLabelMetadata"
    it.add(
        "docMetadata/LabelInfo.xml",
        f'{HEAD}<clbl:labelList xmlns:clbl="{labels}"/>',
        "application/vnd.ms-office.classificationlabels+xml",
    )
    it.relate("", f"{_REL}/2020/02/relationships/classificationlabels", "docMetadata/LabelInfo.xml")


def shared_revisions(it: Parts) -> None:
    """The log of a workbook that several people change at once."""
    it.add("xl/revisions/userNames.xml", f'{HEAD}<users {_X} count="0"/>', f"{SPREADSHEETML}.userNames+xml")
    it.relate(BOOK, "usernames", "xl/revisions/userNames.xml")


def volatile_functions(it: Parts) -> None:
    it.add(
        "xl/volatileDependencies.xml", f"{HEAD}<volTypes {_X}/>", f"{SPREADSHEETML}.volatileDependencies+xml"
    )
    it.relate(BOOK, "volatileDependencies", "xl/volatileDependencies.xml")


def what_if(it: Parts) -> None:
    """Scenarios, and a data table that our points feed."""
    it.into_sheet(
        '<scenarios current="0"><scenario name="Best" count="1" user="Sam"><inputCells r="D5" val="40"/></scenario></scenarios>'
    )
    it.replace(
        OTHER,
        "</sheetData>",
        '<row r="3"><c r="C3"><f t="dataTable" ref="C3:C4" dt2D="0" dtr="0" r1="B1"/><v>1</v></c></row>'
        '<row r="4"><c r="C4"><v>2</v></c></row></sheetData>',
    )


def shared_formulas(it: Parts) -> None:
    """Below the gap, outside of our range, one formula for four rows."""
    master = '<c r="E5"><f t="shared" ref="E5:E8" si="0">D5-D6</f><v>3</v></c></row>'
    for row, member in ((5, master), (6, ""), (7, ""), (8, "")):
        text = it.text(SHEET)
        start = text.index(f'<row r="{row}"')
        end = text.index("</row>", start)
        cell = member.removesuffix("</row>") or f'<c r="E{row}"><f t="shared" si="0"/><v>3</v></c>'
        it[SHEET] = (text[:end] + cell + text[end:]).encode()


def calculation_chain(it: Parts) -> None:
    chain = f'<calcChain {_X}><c r="E4" i="1" l="1"/><c r="G1"/><c r="A1" i="2"/></calcChain>'
    it.add("xl/calcChain.xml", HEAD + chain, f"{SPREADSHEETML}.calcChain+xml")
    it.relate(BOOK, "calcChain", "xl/calcChain.xml")


def phonetic_text(it: Parts) -> None:
    it.replace(
        "xl/sharedStrings.xml",
        "<si><t>Ann</t></si>",
        '<si><t>Ann</t><rPh sb="0" eb="1"><t>アン</t></rPh><phoneticPr fontId="1"/></si>',
    )


def own_styles(it: Parts) -> None:
    """Named styles, theme colours and extensions that a rewrite tends to drop."""
    extension = '<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="' + X14
    extension += '"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>'
    it.replace("xl/styles.xml", "</styleSheet>", extension)


def foreign_attributes(it: Parts) -> None:
    """Namespaces and attributes of other programs on our rows and cells."""
    ac = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
    it.replace(SHEET, "<worksheet ", f'<worksheet xmlns:mc="{_MC}" mc:Ignorable="x14ac" xmlns:x14ac="{ac}" ')
    it.replace(SHEET, '<row r="4"', '<row r="4" x14ac:dyDescent="0.25"')
    it.replace(SHEET, '<row r="8"', '<row r="8" x14ac:dyDescent="0.25" ht="31.5" customHeight="1"')


def legacy_macro_sheet(it: Parts) -> None:
    sheet = f'<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" {_X}><sheetData/></xm:macrosheet>'
    it.add("xl/macrosheets/sheet1.xml", HEAD + sheet, "application/vnd.ms-excel.macrosheet+xml")
    id = it.relate(BOOK, f"{_REL}/2006/relationships/xlMacrosheet", "xl/macrosheets/sheet1.xml")
    it.replace(BOOK, "</sheets>", f'<sheet name="Macro1" sheetId="9" state="hidden" r:id="{id}"/></sheets>')


def locked_structure(it: Parts) -> None:
    it.replace(BOOK, "<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>')


def calculated_by_hand(it: Parts) -> None:
    it.replace(BOOK, 'fullCalcOnLoad="1"', 'calcMode="manual" calcOnSave="0"')


def r1c1(it: Parts) -> None:
    """Formulas shown by rows and columns; in the file they stay as they are."""
    it.replace(BOOK, "<calcPr ", '<calcPr refMode="R1C1" ')


def extended_chart(it: Parts) -> None:
    """A waterfall, of the kinds of charts that came with 2016."""
    chart = '<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"/>'
    it.add("xl/charts/chartEx1.xml", HEAD + chart, "application/vnd.ms-office.chartex+xml")
    drawing = f'<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}"/>'
    it.add(
        "xl/drawings/drawing1.xml",
        HEAD + drawing,
        "application/vnd.openxmlformats-officedocument.drawing+xml",
    )
    it.relate("xl/drawings/drawing1.xml", f"{_REL}/2014/relationships/chartEx", "xl/charts/chartEx1.xml")
    id = it.relate(SHEET, "drawing", "xl/drawings/drawing1.xml")
    it.into_sheet(f'<drawing {_R} r:id="{id}"/>')


def mapped_xml(it: Parts) -> None:
    """Cells that are bound to an XML document."""
    maps = f'<MapInfo {_X} SelectionNamespaces=""><Schema ID="S"/><Map ID="1" Name="M" RootElement="r" SchemaID="S" '
    maps += 'ShowImportExportValidationErrors="0" AutoFit="1" Append="0" PreserveSortAFLayout="1" PreserveFormat="1"/></MapInfo>'
    it.add("xl/xmlMaps.xml", HEAD + maps, "application/xml")
    it.relate(BOOK, "xmlMaps", "xl/xmlMaps.xml")
    cell = f'<singleXmlCells {_X}><singleXmlCell id="1" r="B25" connectionId="0"><xmlCellPr id="1"><xmlPr mapId="1" '
    cell += 'xpath="/r" xmlDataType="string"/></xmlCellPr></singleXmlCell></singleXmlCells>'
    it.add("xl/tables/tableSingleCells1.xml", HEAD + cell, f"{SPREADSHEETML}.tableSingleCells+xml")
    it.relate(SHEET, "tableSingleCells", "xl/tables/tableSingleCells1.xml")


def unknown_parts(it: Parts) -> None:
    """What a later Excel may invent."""
    it.add("xl/newThings/thing1.xml", '<thing xmlns="urn:new"/>', "application/vnd.ms-excel.thing+xml")
    it.relate(BOOK, "urn:new/relationships://thing", "xl/newThings/thing1.xml")
    it.add("xl/newThings/unrelated.dat", b"nobody refers to it", "application/octet-stream")


BOOKS: dict[str, Change] = {
    each.__name__.replace("_", " "): each
    for each in (
        form_controls,
        active_x,
        pivot_table,
        slicer,
        timeline,
        threaded_comments,
        newer_validations,
        linked_records,
        custom_xml,
        printer_settings,
        external_links,
        query_table,
        data_model,
        ole_object,
        custom_views,
        modern_shape,
        ribbon,
        thumbnail,
        sensitivity_label,
        shared_revisions,
        volatile_functions,
        what_if,
        shared_formulas,
        calculation_chain,
        phonetic_text,
        own_styles,
        foreign_attributes,
        legacy_macro_sheet,
        locked_structure,
        calculated_by_hand,
        r1c1,
        extended_chart,
        mapped_xml,
        unknown_parts,
    )
}
