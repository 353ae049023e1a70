# ruff: noqa: E501 - wide letters count double there
"""The headings of defect logs by field and language, and the words that people put below them."""

import difflib
from functools import cache
from typing import Literal

from changedesk.exchange.named_tables import Vocabulary
from changedesk.exchange.outcomes import fold
from changedesk.exchange.priorities import priority_code

Scale = Literal["severity", "priority", "status"]

DEFECTS = Vocabulary(
    {
        "id": "defect id, bug id, issue id, defect no, bug no, issue no, defect number, bug number, defect #, bug #, issue #, defect key, issue key, "
        "incident id, incident no, ticket, ticket id, ticket no, finding id, id, no, nr, n°, №, #, key, ref, reference, number, s no, sl no, sr no, code, "
        "fehler id, fehlernummer, fehler nr, mangel nr, id anomalie, n° anomalie, id defecto, id del defecto, id error, id defeito, id do defeito, "
        "id difetto, id błędu, nr błędu, id дефекта, номер дефекта, id бага, номер, รหัสข้อบกพร่อง, รหัส, ลำดับ, mã lỗi, mã bug, mã, stt, id bug, kode, "
        "hata no, hata id, 不具合id, 不具合番号, 障害番号, 番号, 缺陷编号, 缺陷id, bug编号, 编号, 序号, 결함 id, 번호",
        "title": "title, summary, defect title, bug title, defect summary, bug summary, defect name, bug name, issue summary, issue title, issue, defect, bug, "
        "subject, headline, short description, observation, finding, problem, what happened, "
        "titel, kurzbeschreibung, fehler, mangel, betreff, titre, résumé, anomalie, título, resumen, resumo, defecto, defeito, error, titolo, difetto, "
        "onderwerp, bevinding, tytuł, nazwa, błąd, название, заголовок, краткое описание, дефект, τίτλος, ชื่อ, หัวข้อ, ข้อบกพร่อง, ปัญหา, "
        "tiêu đề, tên lỗi, lỗi, judul, masalah, başlık, hata, タイトル, 件名, 不具合名, 标题, 缺陷标题, 缺陷名称, 제목",
        "description": "description, defect description, bug description, issue description, details, detail, detailed description, problem description, "
        "beschreibung, fehlerbeschreibung, description de l anomalie, descripción, descripción del defecto, descrição, descrição do defeito, descrizione, "
        "omschrijving, opis, opis błędu, описание, описание дефекта, περιγραφή, คำอธิบาย, รายละเอียด, mô tả, mô tả lỗi, deskripsi, keterangan, "
        "açıklama, 説明, 内容, 現象, 不具合内容, 描述, 缺陷描述, 설명",
        "steps": "steps to reproduce, steps, reproduction steps, repro steps, how to reproduce, reproduce, steps to replicate, step to reproduce, "
        "schritte zur reproduktion, reproduktionsschritte, étapes de reproduction, pasos para reproducir, passos para reproduzir, "
        "passi per riprodurre, stappen om te reproduceren, kroki do odtworzenia, шаги воспроизведения, шаги для воспроизведения, "
        "ขั้นตอนการทำซ้ำ, các bước tái hiện, bước tái hiện, langkah reproduksi, 再現手順, 重现步骤, 复现步骤, 재현 단계",
        "expected": "expected, expected result, expected results, expected behaviour, expected behavior, erwartetes ergebnis, erwartetes verhalten, résultat attendu, "
        "resultado esperado, risultato atteso, oczekiwany rezultat, ожидаемый результат, ผลลัพธ์ที่คาดหวัง, kết quả mong đợi, hasil yang diharapkan, 期待結果, 预期结果, 기대 결과",
        "actual": "actual, actual result, actual results, actual behaviour, actual behavior, tatsächliches ergebnis, résultat obtenu, resultado obtenido, resultado real, "
        "resultado obtido, risultato effettivo, rzeczywisty rezultat, фактический результат, ผลลัพธ์จริง, kết quả thực tế, hasil aktual, 実際の結果, 实际结果, 실제 결과",
        "severity": "severity, defect severity, bug severity, severity level, sev, impact level, schweregrad, fehlerklasse, schwere, sévérité, gravité, gravedad, severidad, severidade, gravidade, "
        "gravità, ernst, severity classificatie, waga, dotkliwość, серьезность, серьёзность, критичность, σοβαρότητα, ความรุนแรง, mức độ nghiêm trọng, mức độ, "
        "tingkat keparahan, keparahan, önem derecesi, ciddiyet, 重大度, 深刻度, 严重程度, 严重级别, 嚴重程度, 심각도",
        "priority": "priority, prio, defect priority, bug priority, priorität, priorité, prioridad, prioridade, priorità, prioriteit, priorytet, приоритет, προτεραιότητα, "
        "ลำดับความสำคัญ, độ ưu tiên, mức độ ưu tiên, prioritas, öncelik, 優先度, 优先级, 優先級, 우선순위",
        "status": "status, state, defect status, bug status, issue status, current status, zustand, bearbeitungsstatus, statut, état, estado, situação, stato, "
        "stan, статус, состояние, κατάσταση, สถานะ, trạng thái, tình trạng, durum, 状態, ステータス, 対応状況, 状态, 缺陷状态, 狀態, 상태",
        "owner": "assigned to, assignee, owner, assigned, assign to, developer, responsible, fixed by, resolver, action by, "
        "zugewiesen an, verantwortlich, bearbeiter, zuständig, assigné à, responsable, asignado a, responsável, atribuído a, assegnato a, responsabile, "
        "toegewezen aan, przypisany do, odpowiedzialny, назначен, ответственный, исполнитель, ผู้รับผิดชอบ, người xử lý, người được giao, giao cho, "
        "ditugaskan kepada, penanggung jawab, atanan, sorumlu, 担当者, 対応者, 指派给, 负责人, 处理人, 담당자",
        "found_by": "reported by, reporter, raised by, detected by, found by, logged by, opened by, created by, tester, identified by, submitted by, tested by, "
        "gemeldet von, erfasst von, entdeckt von, signalé par, rapporté par, reportado por, detectado por, relatado por, segnalato da, gemeld door, "
        "zgłoszony przez, zgłaszający, кем обнаружен, автор, ผู้แจ้ง, ผู้พบ, người báo cáo, người phát hiện, người tạo, dilaporkan oleh, pelapor, "
        "bildiren, raporlayan, 報告者, 発見者, 起票者, 提交人, 报告人, 发现人, 보고자",
        "found": "created date, date, date reported, reported date, reported on, date raised, raised on, date found, found on, detected on, detection date, date detected, date created, "
        "created, created on, opened date, date opened, open date, logged date, date logged, defect date, "
        "datum, gefunden am, festgestellt am, détecté le, détectée le, signalé le, constaté le, detectado el, reportado el, encontrado el, gemeldet am, erfasst am, entdeckt am, date de création, date de détection, fecha, fecha de reporte, fecha de detección, data, "
        "data de criação, data de abertura, data di creazione, aangemaakt op, data zgłoszenia, дата, дата обнаружения, дата создания, ημερομηνία, "
        "วันที่, วันที่พบ, ngày, ngày tạo, ngày phát hiện, tanggal, tanggal ditemukan, tarih, 発生日, 発見日, 起票日, 日付, 创建日期, 发现日期, 提交日期, 日期, 날짜",
        "build": "build, version, found in, found in version, found in build, affected version, affects version, affects versions, release, build version, build no, "
        "gefunden in, versión, versão, versione, versie, wersja, версия, έκδοση, เวอร์ชัน, phiên bản, versi, sürüm, バージョン, 版本, 발견 버전, 버전",
        "script": "test case id, test case, tc id, test id, test case no, test script, test script id, related test case, linked test case, test case ref, failed test case, "
        "testfall, testfall id, cas de test, caso de prueba, caso de teste, caso di test, testgeval, przypadek testowy, тест кейс, "
        "รหัสกรณีทดสอบ, กรณีทดสอบ, mã test case, kasus uji, test senaryosu, テストケース, テストケースid, 测试用例, 用例编号, 테스트 케이스",
        "area": "module, module function, area, feature, component, components, function, functionality, page, screen, application, section, sub module, module name, "
        "modul, bereich, funktion, maske, fonctionnalité, módulo, área, funcionalidad, funcionalidade, modulo, funzionalità, moduł, модуль, компонент, "
        "ενότητα, โมดูล, ฟังก์ชัน, หน้าจอ, phân hệ, chức năng, màn hình, modul fungsi, fitur, modül, ekran, モジュール, 機能, 画面, 模块, 功能, 所属模块, 모듈, 화면",
        "cycle": "cycle, test cycle, round, test round, sprint, iteration, phase, test phase, testzyklus, zyklus, runde, campagne, ciclo, ronda, cykl, цикл, vòng, siklus, テストサイクル, 轮次",
    },
    frozenset({"title", "description", "steps", "actual"}),
    sure="defect id, bug id, defect no, bug no, defect number, bug number, steps to reproduce",
)

_WORDS: dict[Scale, dict[str, str]] = {
    "severity": {
        "critical": "fatal, blocker, blocking, showstopper, show stopper, catastrophic, s1, sev1, sev 1, severity 1, 1, crash, fatale, bloquant, bloquante, bloqueante, "
        "bloccante, tödlich, blockierend, блокер, chí mạng, rất nghiêm trọng, fataal, 致命, 致命的, 치명적",
        "high": "serious, severe, s2, sev2, sev 2, severity 2, 2, grave, schwer, schwerwiegend, ernst, ernstig, serieux, sérieux, majeur, majeure, mayor, maior, maggiore, "
        "серьезный, серьёзный, значительный, 严重, 嚴重, 重大, lớn",
        "medium": "s3, sev3, sev 3, severity 3, 3, mittelschwer, mittlere, 一般, 보통",
        "low": "cosmetic, trivial, s4, s5, sev4, sev 4, severity 4, 4, 5, low impact, ui, tweak, leicht, kosmetisch, cosmétique, mineur, mineure, cosmético, cosmética, menor, "
        "estetico, minore, kosmetyczny, drobny, незначительный, косметический, тривиальный, nhẹ, kosmetik, kozmetik, 轻微, 建议, 軽微, 경미",
    },
    "priority": {
        "critical": "immediate, immediately, p0, 1, asap, sofort, immédiate, inmediata, inmediato, imediata, immediata, natychmiast, немедленно, ngay lập tức, khẩn cấp, segera, hemen, 立即",
        "high": "2", "medium": "3", "low": "4, 5, cosmetic, nice to have",
    },
    "status": {
        "new": "new, open, opened, submitted, raised, reported, logged, unresolved, draft, neu, offen, gemeldet, nouveau, nouvelle, ouvert, ouverte, nuevo, nueva, abierto, abierta, "
        "novo, nova, aberto, aberta, nuovo, nuova, aperto, nieuw, openstaand, nowy, nowe, otwarty, новый, открыт, открытый, νέο, ανοιχτό, ใหม่, เปิด, mới, mở, baru, terbuka, buka, "
        "yeni, açık, 新規, オープン, 未対応, 新建, 打开, 未解决, 신규, 열림",
        "triaged": "triaged, accepted, confirmed, assigned, acknowledged, approved, analysed, analyzed, to do, todo, backlog, selected for development, reopen, reopened, re open, "
        "re opened, re-open, re-opened, under review, in review, in analysis, zugewiesen, angenommen, bestätigt, wiedereröffnet, assigné, accepté, confirmé, rouvert, asignado, "
        "aceptado, confirmado, reabierto, atribuído, aceito, reaberto, assegnato, accettato, riaperto, toegewezen, heropend, przypisany, potwierdzony, назначен, подтвержден, "
        "переоткрыт, มอบหมายแล้ว, đã giao, đã phân công, mở lại, ditugaskan, atandı, 割当済, 確認済, 已指派, 已确认, 重新打开, 할당됨",
        "in_fix": "in fix, fixing, in progress, being fixed, under fix, in development, in dev, work in progress, wip, ongoing, in work, started, "
        "in bearbeitung, in arbeit, en cours, en curso, en progreso, em andamento, em progresso, in corso, in behandeling, w toku, в работе, в процессе, "
        "กำลังแก้ไข, đang xử lý, đang sửa, dalam proses, devam ediyor, 対応中, 修正中, 处理中, 修复中, 진행 중",
        "ready_for_retest": "fixed, resolved, solved, ready for retest, ready for re test, ready to retest, ready for test, ready for testing, ready for qa, ready for uat, retest, re test, "
        "pending retest, to be retested, to verify, in test, in testing, in qa, testing, deployed, fix delivered, behoben, gelöst, zum test, bereit zum test, corrigé, résolu, "
        "à retester, corregido, resuelto, corrigido, resolvido, corretto, risolto, opgelost, naprawiony, rozwiązany, исправлен, исправлено, решен, готов к тестированию, "
        "แก้ไขแล้ว, đã sửa, đã khắc phục, sudah diperbaiki, selesai diperbaiki, düzeltildi, çözüldü, 修正済, 修正済み, 解決済み, 已修复, 已解决, 수정됨, 해결됨",
        "closed": "closed, close, verified, done, completed, complete, retest passed, verified closed, geschlossen, erledigt, abgeschlossen, verifiziert, fermé, clos, clôturé, vérifié, "
        "cerrado, cerrada, verificado, fechado, fechada, concluído, chiuso, verificato, gesloten, afgesloten, zamknięty, закрыт, закрыто, проверен, κλειστό, ปิด, ปิดแล้ว, "
        "đóng, đã đóng, hoàn thành, ditutup, selesai, kapalı, kapatıldı, 完了, クローズ, 已关闭, 关闭, 종료, 닫힘",
        "deferred": "deferred, differed, postponed, later, on hold, hold, future release, next release, zurückgestellt, verschoben, aufgeschoben, reporté, différé, aplazado, diferido, "
        "pospuesto, adiado, rinviato, uitgesteld, odroczony, wstrzymany, отложен, отложено, เลื่อนออกไป, hoãn, hoãn lại, tạm hoãn, ditunda, ertelendi, 保留, 延期, 推迟, 보류",
        "rejected": "rejected, invalid, duplicate, duplicated, won t fix, wont fix, won't fix, wontfix, will not fix, not a bug, not a defect, not an issue, cannot reproduce, "
        "can t reproduce, can't reproduce, cannot be reproduced, not reproducible, works as designed, as designed, by design, cancelled, canceled, withdrawn, "
        "abgelehnt, ungültig, duplikat, kein fehler, nicht reproduzierbar, rejeté, doublon, invalide, rechazado, duplicado, no reproducible, rejeitado, inválido, "
        "rifiutato, respinto, duplicato, afgewezen, odrzucony, duplikat, отклонен, отклонён, дубликат, ปฏิเสธ, từ chối, trùng lặp, ditolak, reddedildi, 却下, 対象外, 拒绝, 重复, 거부됨",
    },
}  # fmt: skip


@cache
def _codes(scale: Scale) -> dict[str, str]:
    return {fold(word): code for code, words in _WORDS[scale].items() for word in words.split(",")}


def code_of(scale: Scale, text: str) -> str:
    """Return the code that a word stands for, "" for one that is not documented."""
    folded = fold(text)
    for candidate in (folded, folded.strip("!.:*()[] "), folded.lstrip("0123456789 -–.:()")):
        if candidate and candidate in _codes(scale):
            return _codes(scale)[candidate]
    if scale == "status":
        return ""
    known = priority_code(text)
    return known if known in {"critical", "high", "medium", "low"} else ""


def suggestion(scale: Scale, text: str) -> str | None:
    """Guess what a misspelt word was meant to be, to pre-fill the answer."""
    near = difflib.get_close_matches(fold(text), [*_codes(scale), *_PLAIN[scale]], 1, 0.75)
    return (_codes(scale).get(near[0]) or near[0]) if near else None


_LEVELS = ("critical", "high", "medium", "low")
_PLAIN: dict[Scale, tuple[str, ...]] = {"severity": _LEVELS, "priority": _LEVELS, "status": ()}
