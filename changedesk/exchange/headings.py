# ruff: noqa: E501 - wide letters count double there
"""The headings that people give their columns, by field and language.

A heading is compared after `normal`: lower case, no punctuation, single spaces. Words such as
"test case" or "UAT" around a heading are taken off in a second try.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

FIELDS = (
    "id", "title", "scenario", "description", "area", "preconditions", "step_number", "steps",
    "test_data", "expected", "actual", "outcome", "result", "tester", "performed_on", "comment",
    "priority", "requirements", "acceptance", "minutes", "trials", "threshold",
)  # fmt: skip
"""What a column can be mapped to by a person; "result" is decided by what the cells hold."""

HEADINGS: dict[str, str] = {
    "id": "الرقم, رقم الاختبار, رقم الحالة, المعرف, 테스트 id, 케이스 번호, テスト番号, ケース番号, テストno, 测试编号, 案例编号, "
    "id, test id, case id, test case id, tc id, tcid, tc, tc no, tc number, tc nr, test no, "
    "test number, test nr, test #, #, no, nr, n, n°, nº, №, sl no, s no, sr no, sno, ref, "
    "reference, key, issue key, case no, case number, test case no, test case number, script id, "
    "script no, scenario id, scenario no, uat id, code, identifier, test case #, test script id, "
    "test ref, case key, "
    "testfall id, testfall nr, testfallnummer, fall nr, lfd nr, lfd, kennung, "
    "identifiant, numéro, n° de cas, id cas de test, id du test, réf, référence, "
    "id caso, id de caso, id caso de prueba, número, num, código, referencia, "
    "id caso de teste, identificador, id do caso, código do caso, "
    "id caso di test, id test, id prova, codice, codice test, numero, riferimento, "
    "testgeval id, testgeval nr, nummer, "
    "id przypadku, numer, lp, identyfikator, "
    "ид, номер, номер теста, id теста, идентификатор, код, номер тест кейса, id тест кейса, "
    "номер п п, п п, "
    "α α, αα, κωδικός, αριθμός, αναγνωριστικό, "
    "รหัส, ลำดับ, ลำดับที่, หมายเลข, รหัสทดสอบ, รหัสกรณีทดสอบ, ข้อ, "
    "mã, stt, mã test case, mã tc, số, "
    "no uji, kode, nomor, id uji, id kasus uji, "
    "sıra no, numara, test no su, kod, "
    "項番, 番号, テストid, ケースid, テストケースid, 编号, 用例编号, 序号, 測試編號, 番号no, 번호, "
    "číslo, kód, azonosító, sorszám, numărul, nr crt, tunnus, testfalls id",
    "title": "العنوان, حالة الاختبار, اسم الاختبار, テスト名, ケース名, 确认项目, 確認項目, チェック項目, 测试项, 测试名称, 테스트 케이스, 테스트명, 테스트 항목, "
    "title, name, test name, test title, case title, case name, summary, test summary, "
    "test case name, test case title, test case, testcase, test cases, script name, script title, "
    "script, test script, test, scenario title, scenario name, scenario summary, task, "
    "test item, test condition, what to test, subject, headline, "
    "titel, testfall, testfallname, bezeichnung, name des testfalls, prüfpunkt, testfalltitel, "
    "titre, intitulé, cas de test, nom, nom du test, nom du cas de test, libellé, résumé, "
    "título, nombre, caso de prueba, nombre del caso, nombre de la prueba, caso, prueba, resumen, "
    "caso de teste, nome, nome do caso de teste, casos de teste, "
    "titolo, caso di test, nome del test, prova, "
    "testgeval, naam, onderwerp, "
    "tytuł, nazwa, przypadek testowy, nazwa przypadku, nazwa testu, "
    "название, заголовок, тест кейс, название теста, название тест кейса, наименование, тест, "
    "τίτλος, όνομα, περίπτωση ελέγχου, όνομα δοκιμής, "
    "ชื่อ, หัวข้อ, กรณีทดสอบ, ชื่อกรณีทดสอบ, รายการทดสอบ, เรื่อง, หัวข้อทดสอบ, "
    "tiêu đề, tên, tên test case, trường hợp kiểm thử, "
    "judul, nama, kasus uji, nama uji, skenario uji, "
    "başlık, ad, test adı, test senaryosu, test durumu, "
    "タイトル, テスト項目, テストケース, 項目, 件名, 标题, 用例名称, 用例标题, 名称, 測試項目, 测试用例, 測試案例, 제목, "
    "název, testovací případ, név, cím, teszteset, denumire, titlu, caz de test, nimi, otsikko",
    "scenario": "scenario, test scenario, user scenario, business scenario, use case, user story, "
    "testszenario, szenario, anwendungsfall, scénario, scénario de test, cas d utilisation, "
    "escenario, escenario de prueba, caso de uso, historia de usuario, cenário, "
    "cenário de teste, scenario di test, caso d uso, testscenario, scenariusz, "
    "scenariusz testowy, сценарий, тестовый сценарий, σενάριο, σενάριο δοκιμής, สถานการณ์, "
    "kịch bản, skenario, senaryo, シナリオ, 场景, 測試情境, 测试场景, 시나리오",
    "description": "description, desc, test description, test case description, case description, "
    "details, objective, purpose, goal, test objective, test purpose, description of tasks, "
    "description of task, task description, function, functionality, "
    "beschreibung, ziel, testziel, zweck, "
    "objectif, but, descripción, objetivo, propósito, descrição, descrizione, obiettivo, "
    "omschrijving, beschrijving, doel, opis, cel, описание, цель, назначение, περιγραφή, στόχος, "
    "คำอธิบาย, รายละเอียด, วัตถุประสงค์, mô tả, mục đích, mục tiêu, deskripsi, tujuan, "
    "açıklama, amaç, tanım, 説明, 概要, 目的, テスト内容, 确认内容, 描述, 说明, 설명, popis, cíl, leírás, "
    "cél, descriere, obiectiv, kuvaus, beskrivning, beskrivelse, syfte, formål",
    "area": "area, feature, module, section, component, category, epic, folder, suite, "
    "test suite, functional area, process, business process, process area, application, system, "
    "screen, page, menu, group, workstream, topic, area path, section hierarchy, sub module, "
    "submodule, feature name, module name, functionality area, "
    "bereich, modul, kategorie, prozess, geschäftsprozess, themengebiet, fachbereich, abschnitt, "
    "domaine, fonctionnalité, catégorie, processus, rubrique, thème, "
    "área, módulo, funcionalidad, categoría, proceso, sección, "
    "funcionalidade, categoria, processo, seção, tela, "
    "modulo, funzionalità, processo, sezione, "
    "gebied, onderdeel, categorie, proces, functionaliteit, "
    "obszar, moduł, funkcja, funkcjonalność, kategoria, "
    "модуль, раздел, область, функция, функциональность, функционал, категория, "
    "περιοχή, ενότητα, κατηγορία, λειτουργία, διαδικασία, "
    "โมดูล, หมวด, หมวดหมู่, ฟังก์ชัน, ระบบ, ฟีเจอร์, "
    "chức năng, phân hệ, mô đun, nhóm, màn hình, "
    "fitur, modul fitur, menu fitur, kategori, halaman, "
    "modül, özellik, alan, bölüm, ekran, "
    "機能, 画面, 大項目, 中項目, 分類, カテゴリ, モジュール, 模块, 功能, 功能模块, 所属模块, 分类, 기능, 모듈, "
    "oblast, modul aplikace, terület, zonă, osa alue, område",
    "preconditions": "given, precondition, preconditions, pre condition, pre conditions, prerequisite, "
    "prerequisites, pre requisite, pre requisites, pre requirement, setup, "
    "vorbedingung, vorbedingungen, voraussetzung, voraussetzungen, "
    "précondition, préconditions, prérequis, pré requis, conditions préalables, "
    "precondición, precondiciones, prerrequisito, prerrequisitos, condiciones previas, "
    "pré condição, pré condições, precondição, precondições, pré requisito, pré requisitos, "
    "precondizione, precondizioni, prerequisito, prerequisiti, "
    "preconditie, precondities, voorwaarden, randvoorwaarden, "
    "warunek wstępny, warunki wstępne, warunki początkowe, "
    "предусловие, предусловия, начальные условия, "
    "προϋπόθεση, προϋποθέσεις, προαπαιτούμενα, "
    "เงื่อนไขเบื้องต้น, เงื่อนไขก่อนหน้า, เงื่อนไขก่อนทดสอบ, เงื่อนไข, "
    "điều kiện tiên quyết, tiền điều kiện, điều kiện trước, "
    "prasyarat, kondisi awal, pra kondisi, prakondisi, "
    "ön koşul, ön koşullar, önkoşul, 前提条件, 事前条件, 前置条件, 預置條件, 预置条件, 사전 조건, 전제 조건, "
    "předpoklady, předpoklad, előfeltétel, előfeltételek, precondiții, esiehdot, "
    "förutsättningar, forudsætninger",
    "step_number": "step no, step number, step #, step nr, test step #, step id, steps no, "
    "step position, step, seq, sequence, step order, test step no, test step number, "
    "schritt nr, schrittnummer, n° étape, numéro d étape, nº paso, número de paso, no paso, "
    "nº passo, número do passo, passo n, stap nr, nr kroku, номер шага, шаг номер, "
    "ขั้นตอนที่, langkah ke, adım no, 手順番号, 步骤编号, 步骤序号",
    "steps": "when, steps, step, test steps, test step, step description, step action, action, actions, "
    "test procedure, procedure, instructions, how to test, steps to execute, test actions, "
    "steps to perform, execution steps, test step description, steps step, process steps, "
    "test script step by step step, steps actions, test instruction, test instructions, "
    "what to do, user action, do, description of the step, "
    "schrittbeschreibung, beschreibung des schritts, testschrittbeschreibung, description de l étape, "
    "description étape, descripción del paso, descripción de paso, descrição do passo, descrição de passo, "
    "descrizione del passo, descrizione passo, stapbeschrijving, omschrijving stap, opis kroku, описание шага, "
    "ステップ内容, 步骤描述, 단계 설명, คำอธิบายขั้นตอน, وصف الخطوة, الخطوات, خطوات الاختبار, "
    "schritte, testschritte, testschritt, schritt, vorgehen, aktion, aktionen, durchführung, "
    "testablauf, ablauf, arbeitsschritte, anweisung, "
    "étapes, étape, étapes de test, étape de test, procédure, actions à réaliser, mode opératoire, "
    "pasos, paso, pasos de prueba, paso de prueba, procedimiento, acción, acciones, "
    "pasos a seguir, pasos a ejecutar, "
    "passos, passo, passos do teste, procedimento, ação, ações, passo a passo, etapas, "
    "passi, passaggi, azione, azioni, procedura, "
    "stappen, stap, teststappen, teststap, actie, handeling, handelingen, "
    "kroki, krok, kroki testowe, kroki do wykonania, akcja, procedura testowa, "
    "шаги, шаг, шаги теста, шаги выполнения, шаги воспроизведения, действие, действия, порядок действий, "
    "βήματα, βήμα, βήματα δοκιμής, ενέργεια, ενέργειες, διαδικασία ελέγχου, "
    "ขั้นตอน, ขั้นตอนการทดสอบ, ขั้นตอนทดสอบ, วิธีทดสอบ, วิธีการทดสอบ, การกระทำ, "
    "các bước, các bước thực hiện, bước, bước thực hiện, thao tác, các bước kiểm thử, "
    "langkah, langkah langkah, langkah uji, langkah pengujian, prosedur, aksi, "
    "adımlar, adım, test adımları, işlem, "
    "手順, テスト手順, 操作手順, 操作, 確認手順, 步骤, 测试步骤, 操作步骤, 測試步驟, 테스트 단계, 절차, "
    "testovací kroky, postup, lépések, tesztlépések, pași, pasi de test, vaiheet, teststeg, testtrin",
    "test_data": "test data, data, input, inputs, input data, test input, test inputs, test values, "
    "data set, dataset, parameters, steps data, step data, "
    "testdaten, daten, eingabe, eingabedaten, eingaben, "
    "données, données de test, jeu de données, entrée, entrées, "
    "datos, datos de prueba, datos de entrada, entrada, entradas, "
    "dados, dados de teste, massa de dados, massa de teste, massa, "
    "dati, dati di test, dati di prova, testdata, invoer, "
    "dane, dane testowe, dane wejściowe, "
    "тестовые данные, данные, входные данные, "
    "δεδομένα, δεδομένα δοκιμής, δεδομένα ελέγχου, "
    "ข้อมูลทดสอบ, ข้อมูลที่ใช้ทดสอบ, ข้อมูล, ข้อมูลนำเข้า, "
    "dữ liệu, dữ liệu kiểm thử, dữ liệu test, dữ liệu đầu vào, "
    "data uji, data masukan, masukan, test verisi, test verileri, veri, girdi, "
    "テストデータ, 入力データ, 入力値, 测试数据, 输入数据, 輸入資料, 테스트 데이터, testovací data, tesztadat, "
    "date de test, testiaineisto",
    "expected": "النتيجة المتوقعة, 期待動作, 予想結果, 预期输出, 기대값, "
    "then, expected result, expected results, expected, expected outcome, expected outcomes, "
    "expected behavior, expected behaviour, expected output, test expected result, "
    "step expected, step expected result, steps result, expected response, should, "
    "test step expected result, expectation, expectations, steps expected result, anticipated result, "
    "expected results of the step, step expected results, desired result, "
    "test script step by step expected result, "
    "erwartetes ergebnis, erwartete ergebnisse, erwartet, soll, soll ergebnis, sollergebnis, "
    "erwartetes resultat, erwartung, erwartetes verhalten, "
    "résultat attendu, résultats attendus, résultat escompté, attendu, comportement attendu, "
    "resultado esperado, resultados esperados, esperado, comportamiento esperado, salida esperada, "
    "comportamento esperado, saída esperada, "
    "risultato atteso, risultati attesi, risultato previsto, atteso, comportamento atteso, "
    "verwacht resultaat, verwachte resultaten, verwachting, verwachte uitkomst, "
    "oczekiwany rezultat, oczekiwany wynik, oczekiwane rezultaty, oczekiwane wyniki, spodziewany rezultat, "
    "ожидаемый результат, ожидаемые результаты, ожидание, ожидаемое поведение, ожидается, "
    "αναμενόμενο αποτέλεσμα, αναμενόμενα αποτελέσματα, αναμενόμενο, "
    "ผลลัพธ์ที่คาดหวัง, ผลที่คาดหวัง, ผลลัพธ์ที่คาดว่าจะได้รับ, ผลที่คาดว่าจะได้รับ, สิ่งที่คาดหวัง, "
    "kết quả mong đợi, kết quả mong muốn, kết quả kỳ vọng, mong đợi, "
    "hasil yang diharapkan, hasil diharapkan, ekspektasi, harapan, keluaran yang diharapkan, "
    "hasil yang di harapkan, "
    "beklenen sonuç, beklenen sonuçlar, beklenen, "
    "期待結果, 期待値, 期待する結果, 期待される結果, 预期结果, 期望结果, 預期結果, 예상 결과, 기대 결과, "
    "očekávaný výsledek, očekávané výsledky, elvárt eredmény, várt eredmény, rezultat așteptat, "
    "rezultat asteptat, odotettu tulos, förväntat resultat, forventet resultat",
    "actual": "النتيجة الفعلية, "
    "actual result, actual results, actual, actual outcome, actual outcomes, "
    "actual behavior, actual behaviour, actual output, observed result, observation, observations, "
    "observed, what happened, actual response, test result details, findings, "
    "tatsächliches ergebnis, ist ergebnis, ist, istergebnis, beobachtung, beobachtungen, "
    "tatsächliches verhalten, "
    "résultat obtenu, résultats obtenus, résultat réel, résultat constaté, constaté, obtenu, "
    "resultado real, resultados reales, resultado obtenido, resultados obtenidos, "
    "resultado atual, resultado obtido, resultados obtidos, resultado alcançado, "
    "risultato effettivo, risultato ottenuto, risultati ottenuti, risultato reale, "
    "werkelijk resultaat, feitelijk resultaat, werkelijke uitkomst, "
    "rzeczywisty rezultat, rzeczywisty wynik, aktualny rezultat, otrzymany wynik, faktyczny rezultat, "
    "фактический результат, фактические результаты, полученный результат, фактически, "
    "πραγματικό αποτέλεσμα, πραγματικά αποτελέσματα, "
    "ผลลัพธ์จริง, ผลลัพธ์ที่ได้, ผลที่ได้, ผลที่เกิดขึ้นจริง, ผลลัพธ์ที่เกิดขึ้นจริง, ผลลัพธ์ที่ได้จริง, ผลการทดสอบจริง, "
    "kết quả thực tế, thực tế, "
    "hasil aktual, hasil sebenarnya, hasil yang didapat, hasil yang diperoleh, hasil nyata, "
    "gerçekleşen sonuç, gerçek sonuç, gerçekleşen, "
    "実際の結果, 実結果, 实际结果, 實際結果, 실제 결과, skutečný výsledek, tényleges eredmény, "
    "rezultat obținut, rezultat actual, toteutunut tulos, faktiskt resultat, faktisk resultat",
    "outcome": "الحالة, 테스트 상태, 통과 여부, 结论, 測試結果狀態, "
    "status, test status, pass fail, pass or fail, p f, passed, pass, pass y n, "
    "passed y n, ok nok, verdict, test verdict, run status, execution status, status pass fail, "
    "result pass fail, outcome pass fail, test result status, case status, test outcome, "
    "execution result, test execution status, overall status, test case status, "
    "testergebnis, teststatus, bestanden, bestanden ja nein, urteil, "
    "statut, état, verdict ok ko, statut du test, "
    "estado, estatus, veredicto, aprobado, estado de la prueba, "
    "situação, aprovado, status do teste, parecer, "
    "stato, esito, esito test, esito del test, "
    "oordeel, geslaagd, "
    "wynik testu, stan, "
    "статус, состояние, вердикт, статус теста, пройден, "
    "κατάσταση, "
    "สถานะ, ผ่าน ไม่ผ่าน, สถานะการทดสอบ, "
    "trạng thái, đạt không đạt, "
    "kesimpulan, keterangan status, "
    "durum, test durumu sonucu, "
    "判定, 合否, ステータス, 状态, 測試狀態, 是否通过, 상태, 판정, "
    "stav, állapot, státusz, stare, tila",
    "result": "النتيجة, نتيجة الاختبار, 确认结果, 確認結果, 判定結果, "
    "result, results, test result, test results, outcome, outcomes, "
    "ergebnis, ergebnisse, resultat, résultat, résultats, résultat du test, "
    "resultado, resultados, resultado de la prueba, resultado do teste, "
    "risultato, risultati, resultaat, testresultaat, wynik, rezultat, wyniki, "
    "результат, результат теста, результаты, αποτέλεσμα, αποτελέσματα, "
    "ผล, ผลการทดสอบ, ผลลัพธ์, ผลทดสอบ, kết quả, kết quả kiểm thử, kết quả test, "
    "hasil, hasil uji, hasil pengujian, hasil tes, sonuç, test sonucu, sonuçlar, "
    "結果, テスト結果, 実施結果, 结果, 测试结果, 測試結果, 执行结果, 결과, 테스트 결과, výsledek, výsledek testu, "
    "eredmény, tulos, testresultat",
    "tester": "المختبر, القائم بالاختبار, 確認者, 检查人, 시험자, "
    "tester, tester name, name of tester, tested by, executed by, run by, assignee, "
    "assigned to, performed by, testers, test by, executor, tester s name, "
    "getestet von, prüfer, durchgeführt von, testperson, "
    "testeur, testé par, exécuté par, probador, probado por, ejecutado por, responsable, "
    "testador, testado por, executado por, responsável, collaudatore, testato da, eseguito da, "
    "getest door, uitgevoerd door, testujący, wykonał, testował, wykonane przez, "
    "тестировщик, тестировал, исполнитель, проверил, ответственный, ελεγκτής, δοκιμαστής, "
    "υπεύθυνος, ผู้ทดสอบ, ผู้ตรวจสอบ, người kiểm thử, người test, người thực hiện, tester nama, "
    "penguji, diuji oleh, nama penguji, test eden, testi yapan, "
    "担当者, テスター, 実施者, テスト担当, 测试人, 测试人员, 執行人, 执行人, 測試人員, 테스터, 담당자, testoval, "
    "tesztelő, testat de, testaaja, testare, testad av, testet af",
    "performed_on": "التاريخ, تاريخ الاختبار, 確認日, 테스트 날짜, 시험일자, "
    "date, test date, date tested, execution date, tested on, executed on, run date, "
    "date of test, date executed, date of execution, last run, test executed date, "
    "datum, testdatum, prüfdatum, getestet am, durchgeführt am, "
    "date du test, date d exécution, fecha, fecha de prueba, fecha de ejecución, data do teste, "
    "data de execução, data del test, data esecuzione, data test, "
    "datum test, uitgevoerd op, data testu, data wykonania, "
    "дата, дата теста, дата тестирования, дата выполнения, ημερομηνία, ημερομηνία δοκιμής, "
    "วันที่, วันที่ทดสอบ, ngày, ngày kiểm thử, ngày test, ngày thực hiện, "
    "tanggal, tanggal uji, tanggal pengujian, tarih, test tarihi, "
    "日付, 実施日, テスト日, 日期, 测试日期, 執行日期, 执行日期, 날짜, 시험일, datum testu, dátum, "
    "data testării, päivämäärä, dato",
    "comment": "ملاحظات, تعليق, 特記事項, 비고란, "
    "comment, comments, remark, remarks, note, notes, tester comments, feedback, "
    "defect comments additions, comments improvements, comments notes, notes comments, "
    "additional comments, issue description, test notes, tester notes, comments remarks, "
    "kommentar, kommentare, bemerkung, bemerkungen, anmerkung, anmerkungen, notiz, notizen, hinweis, "
    "commentaire, commentaires, remarque, remarques, comentario, comentarios, observación, "
    "observaciones, notas, comentário, comentários, observação, observações, obs, "
    "commento, commenti, osservazioni, "
    "opmerking, opmerkingen, toelichting, komentarz, komentarze, uwagi, uwaga, "
    "комментарий, комментарии, примечание, примечания, замечания, заметки, "
    "σχόλια, σχόλιο, παρατηρήσεις, σημειώσεις, "
    "หมายเหตุ, ความคิดเห็น, ข้อเสนอแนะ, ข้อสังเกต, ghi chú, nhận xét, chú thích, "
    "catatan, komentar, keterangan, yorum, yorumlar, not, notlar, açıklamalar, "
    "備考, コメント, メモ, 备注, 備註, 评论, 비고, 메모, 의견, poznámka, poznámky, komentář, megjegyzés, "
    "megjegyzések, observații, comentarii, huomautus, huomautukset, kommentti, anmärkning, bemærkning",
    "priority": "الأولوية, "
    "priority, prio, importance, criticality, test priority, "
    "priorität, wichtigkeit, kritikalität, priorité, criticité, prioridad, criticidad, prioridade, "
    "criticidade, priorità, criticità, prioriteit, priorytet, приоритет, важность, критичность, "
    "προτεραιότητα, ลำดับความสำคัญ, ความสำคัญ, độ ưu tiên, mức độ ưu tiên, ưu tiên, prioritas, "
    "öncelik, önem, 優先度, 优先级, 優先級, 重要度, 우선순위, priorita, prioritás, prioritate, "
    "tärkeys, prioritet",
    "requirements": "requirement, requirements, requirement id, requirement ids, req id, req, reqs, "
    "requirement no, requirement ref, requirement reference, business requirement, "
    "business requirements, related requirement, related requirements, linked requirements, "
    "requirement number, references, traceability, traceability requirements, rtm id, "
    "requirement link, links, user story id, story id, br id, brd ref, fr id, coverage, coverage issues, "
    "anforderung, anforderungen, anforderungs id, anforderung id, bezug, "
    "exigence, exigences, id exigence, requisito, requisitos, id requisito, requerimiento, "
    "requerimientos, requisiti, eis, eisen, wymaganie, wymagania, id wymagania, "
    "требование, требования, id требования, απαίτηση, απαιτήσεις, "
    "ความต้องการ, รหัสความต้องการ, ข้อกำหนด, yêu cầu, mã yêu cầu, kebutuhan, id kebutuhan, persyaratan, "
    "gereksinim, gereksinimler, 要件, 要件id, 要求, 需求, 需求编号, 关联需求, 요구사항, požadavek, "
    "követelmény, cerință, vaatimus, krav",
    "minutes": "minutes, estimate, estimated time, estimated minutes, estimated duration, duration, "
    "time estimate, estimation, execution time, expected duration, time needed, effort, min, "
    "minuten, dauer, geschätzte dauer, aufwand, zeitaufwand, durée, durée estimée, temps estimé, "
    "charge, minutos, duración, duración estimada, tiempo estimado, duração, duração estimada, "
    "tempo estimado, minuti, durata, durata stimata, tempo stimato, duur, geschatte duur, "
    "geschatte tijd, czas trwania, szacowany czas, длительность, оценка времени, время выполнения, "
    "所要時間, 見積時間, 预计时间, 预计耗时, 예상 시간, 소요 시간",
    "acceptance": "acceptance criteria, acceptance criterion, success criteria, pass criteria, "
    "criteria, akzeptanzkriterien, abnahmekriterien, critères d acceptation, "
    "criterios de aceptación, critérios de aceitação, criteri di accettazione, "
    "acceptatiecriteria, kryteria akceptacji, критерии приемки, критерии приёмки, "
    "κριτήρια αποδοχής, เกณฑ์การยอมรับ, tiêu chí chấp nhận, kriteria penerimaan, kriteria, "
    "kabul kriterleri, 受入基準, 合格基準, 验收标准, 인수 기준",
}

_AROUND = re.compile(
    r"\b(?:uat|test case|test cases|test script|test scripts|tc|user acceptance test|"
    r"user acceptance|testing|of test|the)\b"
)
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_NOT_WORD = re.compile(rf"[^\w#№°º{_MARKS}]+|_+")
_BRACKETS = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading; `above` is the cell over it in a two-row heading ("Cycle 1")."""

    text: str
    above: str = ""

    @property
    def label(self) -> str:
        """The heading as it is shown and remembered."""
        return (
            f"{self.above} / {self.text}" if self.above and self.text else self.text or self.above
        )


@cache
def normal(heading: str) -> str:
    """Return a heading as it is compared: lower case, words only, single spaces."""
    text = unicodedata.normalize("NFKC", heading).lower().replace("_x000d_", " ")
    return " ".join(_NOT_WORD.sub(" ", text).split())


@cache
def fields_of(heading: str) -> tuple[tuple[str, int], ...]:
    """Return the fields a heading may mean with a weight, best first; () where it means none."""
    found: dict[str, int] = {}
    whole = normal(heading)
    without = normal(_BRACKETS.sub(" ", unicodedata.normalize("NFKC", heading)))
    first_line = normal(heading.split("\n", maxsplit=1)[0])
    stripped = " ".join(_AROUND.sub(" ", without).split())
    for text, weight in ((whole, 10), (without, 9), (first_line, 8), (stripped, 6)):
        for name in _by_heading().get(text, ()):
            found.setdefault(name, weight)
    return tuple(sorted(found.items(), key=lambda item: -item[1]))


@cache
def _by_heading() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name, headings in HEADINGS.items():
        for heading in headings.split(","):
            # Capitals are not always the mirror of small letters (Turkish i).
            for key in {normal(heading), normal(heading.upper())}:
                if name not in table.get(key, ()):
                    table[key] = (*table.get(key, ()), name)
    return table
