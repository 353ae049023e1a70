# ruff: noqa: E501 - wide letters count double there
"""The headings of requirement lists and traceability matrices, by field and language."""

from changedesk.exchange.named_tables import Vocabulary

IDS = (
    "requirement id, requirement ids, requirements id, req id, reqid, requirement no, requirement number, requirement nr, "
    "req no, req number, req #, requirement #, requirement ref, requirement reference, rq id, rq no, "
    "br id, brd id, brd ref, brd no, fr id, frd id, frs id, nfr id, srs id, urs id, urs no, us id, user story id, story id, "
    "business requirement id, functional requirement id, user requirement id, business req id, requirement code, requirement key, "
    "anforderungs id, anforderungsnummer, anforderung id, anforderung nr, anf id, anf nr, lastenheft id, "
    "id exigence, id de l exigence, n° exigence, numéro d exigence, code exigence, réf exigence, "
    "id requisito, id del requisito, id de requisito, código requisito, código de requisito, n° requisito, requisito id, "
    "id requerimiento, código requerimiento, código do requisito, id do requisito, "
    "codice requisito, id eis, eis id, eisnummer, id wymagania, nr wymagania, kod wymagania, "
    "id требования, номер требования, код требования, идентификатор требования, "
    "κωδικός απαίτησης, id απαίτησης, รหัสความต้องการ, รหัสข้อกำหนด, mã yêu cầu, id kebutuhan, kode kebutuhan, id persyaratan, "
    "gereksinim no, gereksinim id, gereksinim kodu, 要件id, 要件番号, 要求id, 要求番号, 需求编号, 需求id, 需求編號, 요구사항 id, 요구사항id, "
    "id požadavku, követelmény azonosító, id cerință, vaatimus id, krav id, kravnummer, krav nr"
)
"""Headings that say by themselves that a table is one of requirements."""

TESTS = (
    "test case id, test case ids, test cases, test case, test case no, test case number, test id, test ids, tc id, tc ids, tc no, tcid, "
    "test case reference, test case ref, test ref, test reference, test script, test scripts, test script id, "
    "uat id, uat test case, uat test case id, uat case, uat script, validation test case id, validation test case, "
    "verification test case, related test cases, related test case, linked test cases, linked tests, tests, covered by, "
    "verified by, tested by, test coverage, test scenario id, test case id s, test procedure, "
    "testfall, testfälle, testfall id, testfall ids, testfallnummer, testfall nr, abgedeckt durch, "
    "cas de test, id cas de test, couvert par, caso de prueba, casos de prueba, id caso de prueba, "
    "caso de teste, casos de teste, id caso de teste, caso di test, casi di test, testgeval, testgevallen, "
    "przypadek testowy, przypadki testowe, id przypadku testowego, тест кейс, тест кейсы, id тест кейса, тесты, "
    "περίπτωση ελέγχου, รหัสกรณีทดสอบ, กรณีทดสอบ, รหัสทดสอบ, mã test case, trường hợp kiểm thử, "
    "id kasus uji, kasus uji, test senaryosu, test durumu, テストケースid, テストケース, 测试用例, 测试用例编号, 用例编号, 測試案例, 테스트 케이스, "
    "testovací případ, teszteset, caz de test, testitapaus, testfall id s"
)

REQUIREMENTS = Vocabulary(
    {
        "id": IDS
        + ", id, no, nr, n°, №, #, ref, reference, key, code, number, identifier, s no, sl no, sr no, "
        "kennung, nummer, identifiant, réf, référence, numéro, código, número, codice, numero, numer, lp, номер, код, "
        "κωδικός, αριθμός, รหัส, ลำดับ, mã, stt, kode, nomor, numara, kod, 番号, 項番, 编号, 序号, 번호, číslo",
        "tests": TESTS,
        "depends": "dependency, dependencies, depends on, depends, dependent requirements, dependency related requirements, "
        "related requirements, related requirement, linked requirements, parent requirement, parent id, prerequisite requirements, "
        "predecessor, predecessors, abhängigkeit, abhängigkeiten, abhängig von, dépendance, dépendances, dépend de, "
        "dependencia, dependencias, depende de, dependência, dependências, dipendenza, dipendenze, afhankelijkheid, "
        "afhankelijkheden, zależność, zależności, зависимость, зависимости, зависит от, εξαρτήσεις, "
        "ความต้องการที่เกี่ยวข้อง, phụ thuộc, ketergantungan, bağımlılık, bağımlılıklar, 依存, 依存関係, 关联需求, 依赖, 의존성",
        "title": "requirement, requirement title, requirement name, requirement summary, title, name, summary, feature name, "
        "business requirement, business requirements, functional requirement, functional requirements, user requirement, "
        "user story, story, requirements, need, headline, "
        "anforderung, anforderungen, titel, bezeichnung, name der anforderung, exigence, exigences, intitulé, titre, libellé, nom, "
        "requisito, requisitos, requerimiento, título, nombre, nome, nome do requisito, requisiti, titolo, eis, eisen, naam, "
        "wymaganie, tytuł, nazwa, требование, требования, название, наименование, απαίτηση, τίτλος, "
        "ความต้องการ, ชื่อ, หัวข้อ, yêu cầu, tên, tên yêu cầu, tiêu đề, kebutuhan, persyaratan, judul, nama, nama kebutuhan, "
        "gereksinim, başlık, ad, 要件, 要件名, 要求, タイトル, 需求, 需求名称, 标题, 名称, 요구사항, 제목, požadavek, název, követelmény, cerință, vaatimus, krav",
        "description": "requirement description, requirement descriptions, description, details, detail, requirement details, "
        "requirement text, statement, requirement statement, scope, explanation, requirement definition, "
        "beschreibung, anforderungsbeschreibung, description de l exigence, descripción, descripción del requisito, "
        "descripción del requerimiento, descrição, descrição do requisito, descrizione, descrizione requisito, "
        "omschrijving, beschrijving, opis, opis wymagania, описание, описание требования, περιγραφή, περιγραφή απαίτησης, "
        "คำอธิบาย, รายละเอียด, รายละเอียดความต้องการ, mô tả, mô tả yêu cầu, deskripsi, deskripsi kebutuhan, keterangan, "
        "açıklama, gereksinim açıklaması, 説明, 内容, 要件内容, 描述, 需求描述, 설명, popis, leírás, descriere, kuvaus, beskrivning, beskrivelse",
        "priority": "priority, prio, moscow, moscow priority, must should could, importance, criticality, rank, requirement priority, business priority, "
        "priorität, wichtigkeit, priorité, prioridad, prioridade, priorità, prioriteit, priorytet, приоритет, προτεραιότητα, "
        "ลำดับความสำคัญ, ความสำคัญ, độ ưu tiên, mức độ ưu tiên, prioritas, öncelik, 優先度, 重要度, 优先级, 優先級, 우선순위, priorita, prioritás, prioritate",
        "acceptance": "acceptance criteria, acceptance criterion, acceptance, success criteria, fit criterion, fit criteria, definition of done, "
        "akzeptanzkriterien, akzeptanzkriterium, abnahmekriterien, critères d acceptation, criterios de aceptación, critérios de aceitação, "
        "criteri di accettazione, acceptatiecriteria, kryteria akceptacji, критерии приемки, критерии приёмки, κριτήρια αποδοχής, "
        "เกณฑ์การยอมรับ, tiêu chí chấp nhận, kriteria penerimaan, kabul kriterleri, 受入基準, 受け入れ基準, 验收标准, 인수 기준",
        "area": "module, area, feature, category, component, epic, process, business process, function, section, group, theme, capability, "
        "modul, bereich, kategorie, prozess, thema, domaine, catégorie, processus, módulo, área, categoría, proceso, categoria, processo, "
        "modulo, proces, kategoria, moduł, модуль, раздел, категория, процесс, ενότητα, κατηγορία, โมดูล, หมวดหมู่, phân hệ, chức năng, "
        "modül, kategori, モジュール, 機能, カテゴリ, 分類, 模块, 类别, 모듈, 기능",
    },
    frozenset({"id", "title", "description"}),
    sure=IDS,
)
