"""The documented words for results, by language: the whole list, and nothing beside it, counts.

A word stands in the nominative and in the forms that sheets use. Case and spaces are folded when
a cell is compared; letters never are. "none" means: documented as the absence of a result.
"""

from typing import Literal

Meaning = Literal["pass", "fail", "blocked", "skipped", "na", "none"]

WORDS: dict[str, dict[Meaning, str]] = {
    "en": {
        "pass": "pass, passed, passing, p, ok, okay, o.k., yes, y, success, successful, succeeded, "
        "successfully passed, test passed, passed ok, works, works as expected, as expected",
        "fail": "fail, failed, failing, failure, f, no, n, nok, n.ok, not ok, ko, unsuccessful, "
        "not successful, test failed, not working, does not work",
        "blocked": "blocked, block, blocking, blk",
        "skipped": "skipped, skip",
        "na": "n/a, na, n.a., n/a., not applicable, n.a, not relevant, out of scope",
        "none": "not run, no run, norun, notrun, not executed, unexecuted, not tested, untested, "
        "not started, pending, to do, todo, to be tested, to test, tbt, tbd, open, in progress, "
        "wip, executing, not done, not yet tested, not yet run, not attempted, incomplete, "
        "ongoing, none, null, retest, re-test, to be retested, to retest, -, --, ---, –",
    },
    "de": {
        "pass": "bestanden, erfolgreich, ja, j, i.o., i. o., io, in ordnung, erfüllt",
        "fail": "fehlgeschlagen, nicht bestanden, durchgefallen, fehler, fehlerhaft, nein, n.i.o., "
        "n. i. o., nio, nicht in ordnung, nicht erfolgreich, nicht ok, nicht erfüllt, "
        "gescheitert",
        "blocked": "blockiert, gesperrt",
        "skipped": "übersprungen, ausgelassen",
        "na": "nicht anwendbar, entfällt, nicht relevant, nicht zutreffend, k.a., n. a.",
        "none": "nicht ausgeführt, nicht getestet, ungetestet, offen, ausstehend, nicht gestartet, "
        "in arbeit, in bearbeitung, noch nicht getestet, zu testen",
    },
    "fr": {
        "pass": "réussi, réussie, réussite, succès, passé, passée, oui, conforme, validé, validée, "
        "reussi, succes",
        "fail": "échec, échoué, échouée, echec, echoue, non, non conforme, non réussi, pas ok, "
        "non ok, en échec, erreur",
        "blocked": "bloqué, bloquée, bloque, bloquant",
        "skipped": "ignoré, ignorée, sauté, sautée, ignore",
        "na": "non applicable, sans objet, s.o., s/o",
        "none": "non exécuté, non exécutée, non testé, non testée, à tester, a tester, en attente, "
        "à faire, en cours, non démarré, non joué, pas testé",
    },
    "es": {
        "pass": "aprobado, aprobada, exitoso, exitosa, éxito, pasó, pasado, pasa, superado, "
        "superada, sí, si, correcto, exito, cumple, satisfactorio",
        "fail": "fallido, fallida, falló, fallo, fallado, falla, fracasado, rechazado, no pasó, "
        "no pasa, no aprobado, incorrecto, no cumple, no satisfactorio, reprobado, erróneo",
        "blocked": "bloqueado, bloqueada",
        "skipped": "omitido, omitida, saltado, saltada",
        "na": "no aplica, no aplicable, no procede, n.a",
        "none": "no ejecutado, no ejecutada, sin ejecutar, no probado, sin probar, pendiente, "
        "por hacer, en curso, en progreso, no iniciado, por probar",
    },
    "pt": {
        "pass": "aprovado, aprovada, passou, sucesso, com sucesso, sim, bem sucedido, "
        "bem-sucedido, correto, conforme",
        "fail": "reprovado, reprovada, falhou, falha, falhado, não, nao, não passou, não aprovado, "
        "sem sucesso, incorreto, não conforme, com erro",
        "blocked": "impedido, impedida",
        "skipped": "ignorado, ignorada, pulado, pulada",
        "na": "não se aplica, nao se aplica, não aplicável, não aplicavel",
        "none": "não executado, não executada, nao executado, não testado, não testada, pendente, "
        "a fazer, em andamento, em progresso, não iniciado, em aberto",
    },
    "it": {
        "pass": "superato, superata, passato, passata, riuscito, riuscita, sì, positivo, corretto, "
        "esito positivo",
        "fail": "fallito, fallita, non superato, non superata, non riuscito, negativo, errato, "
        "esito negativo, errore, non ok",
        "blocked": "bloccato, bloccata",
        "skipped": "saltato, saltata, ignorato, ignorata",
        "na": "non applicabile, non pertinente",
        "none": "non eseguito, non eseguita, non testato, non testata, da eseguire, da testare, "
        "in attesa, in corso, da fare, non iniziato",
    },
    "nl": {
        "pass": "geslaagd, goed, goedgekeurd, voldaan, akkoord",
        "fail": "gefaald, mislukt, niet geslaagd, fout, afgekeurd, nee, niet ok, niet akkoord, "
        "niet voldaan",
        "blocked": "geblokkeerd",
        "skipped": "overgeslagen",
        "na": "niet van toepassing, n.v.t., nvt, n.v.t",
        "none": "niet uitgevoerd, niet getest, ongetest, openstaand, in behandeling, nog te doen, "
        "nog niet getest, te testen, niet gestart",
    },
    "pl": {
        "pass": "zaliczony, zaliczone, zaliczona, pozytywny, pozytywnie, sukces, tak, poprawny, "
        "wynik pozytywny",
        "fail": "niezaliczony, niezaliczone, niezaliczona, negatywny, negatywnie, błąd, nie, "
        "niepowodzenie, wynik negatywny, nie ok",
        "blocked": "zablokowany, zablokowane, zablokowana",
        "skipped": "pominięty, pominięte, pominięta",
        "na": "nie dotyczy, nd, n.d.",
        "none": "niewykonany, niewykonane, nie wykonano, nietestowany, nie testowano, oczekujący, "
        "oczekuje, do zrobienia, w toku, w trakcie, nierozpoczęty",
    },
    "ru": {
        "pass": "пройден, пройдено, пройдена, успешно, успех, успешный, да, тест пройден, ок, "
        "соответствует",
        "fail": "не пройден, не пройдено, не пройдена, провален, провалено, ошибка, неуспешно, "
        "не успешно, нет, неудача, упал, тест не пройден, не соответствует, не ок",
        "blocked": "заблокирован, заблокировано, заблокирована, блокирован",
        "skipped": "пропущен, пропущено, пропущена",
        "na": "неприменимо, не применимо, не применим, н/п, не требуется",
        "none": "не выполнен, не выполнено, не запускался, не запущен, не тестировался, "
        "не проверено, не протестировано, не проводился, ожидает, ожидание, в ожидании, "
        "к выполнению, в процессе, в работе, не начат, не начато",
    },
    "uk": {
        "pass": "пройдено успішно, успішно, так, успіх",
        "fail": "не пройдено успішно, провалено, помилка, ні, неуспішно",
        "blocked": "заблоковано, заблокований",
        "skipped": "пропущений",
        "na": "не застосовується, не застосовно",
        "none": "не виконано, не тестувалося, очікує, в очікуванні, не розпочато",
    },
    "el": {
        "pass": "επιτυχία, επιτυχής, επιτυχές, επιτυχημένο, πέρασε, επιτυχώς, ναι, επιτυχια, "
        "επιτυχης, επιτυχες, περασε, επιτυχως",
        "fail": "αποτυχία, απέτυχε, αποτυχημένο, αποτυχής, όχι, δεν πέρασε, αποτυχια, απετυχε, "
        "οχι, δεν περασε",
        "blocked": "μπλοκαρισμένο, αποκλεισμένο, μπλοκαρισμενο, αποκλεισμενο",
        "skipped": "παραλείφθηκε, παραλειφθηκε",
        "na": "δεν ισχύει, δεν εφαρμόζεται, μη εφαρμόσιμο, δ/ι, δεν ισχυει, δεν εφαρμοζεται, "
        "μη εφαρμοσιμο",
        "none": "δεν εκτελέστηκε, δεν δοκιμάστηκε, σε εκκρεμότητα, εκκρεμεί, σε εξέλιξη, "
        "δεν εκτελεστηκε, δεν δοκιμαστηκε, σε εκκρεμοτητα, εκκρεμει, σε εξελιξη",
    },
    "th": {
        "pass": "ผ่าน, สำเร็จ, ใช่, ผ่านการทดสอบ",
        "fail": "ไม่ผ่าน, ล้มเหลว, ไม่สำเร็จ, ไม่ใช่, ไม่ผ่านการทดสอบ",
        "blocked": "ถูกบล็อก, ติดขัด",
        "skipped": "ข้าม",
        "na": "ไม่เกี่ยวข้อง, ไม่สามารถใช้ได้",
        "none": "ยังไม่ทดสอบ, ยังไม่ได้ทดสอบ, ไม่ได้ทดสอบ, รอดำเนินการ, รอทดสอบ, กำลังดำเนินการ",
    },
    "vi": {
        "pass": "đạt, thành công, có, qua",
        "fail": "không đạt, thất bại, không, lỗi, không thành công",
        "blocked": "bị chặn",
        "skipped": "bỏ qua",
        "na": "không áp dụng",
        "none": "chưa thực hiện, chưa kiểm thử, chưa test, chưa chạy, đang chờ, đang thực hiện, "
        "chờ xử lý",
    },
    "id": {
        "pass": "lulus, berhasil, sukses, ya, sesuai, berjaya",
        "fail": "gagal, tidak lulus, tidak berhasil, tidak, tidak sesuai",
        "blocked": "terblokir, diblokir, terhambat",
        "skipped": "dilewati, dilewatkan",
        "na": "tidak berlaku, tidak relevan",
        "none": "belum diuji, belum dijalankan, belum dites, belum, menunggu, tertunda, "
        "sedang berjalan, belum dimulai",
    },
    "tr": {
        "pass": "başarılı, geçti, evet, başarıyla geçti, uygun",
        "fail": "başarısız, kaldı, geçmedi, hayır, hatalı, hata, uygun değil",
        "blocked": "engellendi, bloke, bloke edildi",
        "skipped": "atlandı",
        "na": "uygulanamaz, geçerli değil, yok",
        "none": "çalıştırılmadı, test edilmedi, beklemede, bekliyor, yapılacak, devam ediyor, "
        "başlamadı",
    },
    "ja": {
        "pass": "合格, 成功, 正常, はい, パス",
        "fail": "不合格, 失敗, 異常, いいえ, ng",
        "blocked": "ブロック, 保留",
        "skipped": "スキップ",
        "na": "対象外, 該当なし, 適用外",
        "none": "未実施, 未実行, 未テスト, 未着手, 実施中, 未",
    },
    "zh": {
        "pass": "通过, 通過, 成功, 合格, 是, 正常",
        "fail": "失败, 失敗, 不通过, 不通過, 未通过, 未通過, 不合格, 否",
        "blocked": "阻塞, 阻塞中, 受阻",
        "skipped": "跳过, 跳過",
        "na": "不适用, 不適用",
        "none": "未执行, 未執行, 未测试, 未測試, 待测试, 待測試, 待执行, 进行中, 進行中, 未开始",
    },
    "ko": {
        "pass": "통과, 성공, 합격, 예",
        "fail": "실패, 불합격, 아니오",
        "blocked": "차단, 차단됨",
        "skipped": "건너뜀",
        "na": "해당 없음, 해당없음",
        "none": "미실행, 미수행, 미테스트, 대기, 대기 중, 진행 중",
    },
    "sv": {
        "pass": "godkänd, godkänt, lyckad, lyckades, ja",
        "fail": "underkänd, underkänt, misslyckad, misslyckades, icke godkänd, nej",
        "blocked": "blockerad, blockerat",
        "skipped": "överhoppad, hoppades över",
        "na": "ej tillämplig, ej tillämpligt, ej relevant",
        "none": "ej testad, ej testat, ej körd, ej utförd, inte testad, väntar, pågår",
    },
    "da": {
        "pass": "bestået, godkendt",
        "fail": "ikke bestået, fejlet, ikke godkendt, mislykket, fejl",
        "blocked": "blokeret",
        "skipped": "sprunget over",
        "na": "ikke relevant, ikke relevant for",
        "none": "ikke testet, ikke kørt, ikke udført, afventer, i gang",
    },
    "no": {
        "pass": "bestått, godkjent, vellykket",
        "fail": "ikke bestått, feilet, ikke godkjent, mislyktes, nei, feil",
        "blocked": "blokkert",
        "skipped": "hoppet over",
        "na": "ikke aktuelt, ikke aktuell",
        "none": "ikke kjørt, ikke utført, venter, pågår",
    },
    "fi": {
        "pass": "hyväksytty, läpäisty, onnistui, kyllä",
        "fail": "hylätty, epäonnistui, ei, ei hyväksytty",
        "blocked": "estetty",
        "skipped": "ohitettu",
        "na": "ei sovellu, ei koske",
        "none": "ei testattu, testaamatta, ei ajettu, odottaa, kesken",
    },
    "cs": {
        "pass": "prošel, prošlo, prošla, úspěch, úspěšný, úspěšně, ano, splněno",
        "fail": "neprošel, neprošlo, neprošla, selhal, selhalo, neúspěch, neúspěšný, ne, chyba, "
        "nesplněno",
        "blocked": "blokováno, blokovaný, zablokováno",
        "skipped": "přeskočeno, vynecháno",
        "na": "nelze použít, netýká se, nerelevantní",
        "none": "netestováno, nespuštěno, neprovedeno, čeká, čeká se, probíhá",
    },
    "hu": {
        "pass": "sikeres, megfelelt, megfelelő, igen",
        "fail": "sikertelen, nem felelt meg, hibás, nem",
        "blocked": "blokkolt, blokkolva",
        "skipped": "kihagyva, kihagyott",
        "na": "nem alkalmazható, nem releváns",
        "none": "nem futtatott, nem tesztelt, függőben, folyamatban",
    },
    "ro": {
        "pass": "trecut, reușit, reusit, da, promovat",
        "fail": "eșuat, esuat, picat, nu, nereușit",
        "blocked": "blocat",
        "skipped": "omis, sărit",
        "na": "nu se aplică, nu se aplica",
        "none": "neexecutat, netestat, în așteptare, in asteptare, în curs",
    },
    "ar": {
        "pass": "ناجح, نجح, نجاح, نعم",
        "fail": "فاشل, فشل, راسب, لا",
        "blocked": "محظور, معطل",
        "skipped": "تم التخطي, متخطى",
        "na": "لا ينطبق, غير قابل للتطبيق",
        "none": "لم ينفذ, لم يتم الاختبار, قيد الانتظار, قيد التنفيذ",
    },
}

REMARK_WORDS = (
    "pass with remark, pass with remarks, passed with remark, passed with remarks, "
    "pass with comment, pass with comments, passed with comment, passed with comments, "
    "pass with note, pass with notes, passed with note, passed with notes, "
    "pass with observation, pass with observations, passed with observations, "
    "pass with reservations, passed with reservations, ok with remarks, ok with comments, "
    "bestanden mit bemerkung, bestanden mit bemerkungen, bestanden mit anmerkung, "
    "bestanden mit anmerkungen, bestanden mit hinweis, bestanden mit hinweisen, "
    "bestanden mit einschränkung, bestanden mit einschränkungen, bestanden mit vorbehalt, "
    "ok mit anmerkung, ok mit anmerkungen, ok mit bemerkung, ok mit bemerkungen, "
    "réussi avec remarque, réussi avec remarques, réussi avec réserve, réussi avec réserves, "
    "réussi avec commentaire, réussi avec commentaires, ok avec réserve, ok avec réserves, "
    "ok avec remarque, ok avec remarques, conforme avec réserve, conforme avec réserves, "
    "validé avec réserve, validé avec réserves, "
    "aprobado con observaciones, aprobado con observación, aprobado con comentarios, "
    "aprobado con reservas, ok con observaciones, "
    "aprovado com observações, aprovado com ressalva, aprovado com ressalvas, ok com ressalvas, "
    "superato con osservazioni, superato con riserva, superato con riserve, superato con note, "
    "ok con riserva, ok con note, geslaagd met opmerking, geslaagd met opmerkingen, "
    "goed met opmerking, goed met opmerkingen, ok met opmerking, ok met opmerkingen, "
    "zaliczony z uwagami, zaliczone z uwagami, пройден с замечаниями, пройдено с замечаниями, "
    "条件付き合格, 有条件通过, 조건부 통과, 조건부 합격"
)
"""A pass that says there is something to read; the comment then never stays empty."""

GLYPHS: dict[str, Meaning] = {
    "✔": "pass", "✓": "pass", "✅": "pass", "☑": "pass", "✔*": "pass", "🟢": "pass",
    "✖": "fail", "✗": "fail", "✘": "fail", "❌": "fail", "✕": "fail", "🔴": "fail",
    "⊘": "blocked", "⛔": "blocked", "🚫": "blocked",
    "➔": "skipped", "⏭": "skipped",
    "—": "na",
    "○": "none", "◐": "none",
}  # fmt: skip
"""Signs that may stand before a documented word of the same meaning, as in our own workbooks."""

HINTS: dict[str, Meaning] = {
    "not passed": "fail", "not pass": "fail", "did not pass": "fail", "partial pass": "fail",
    "partially passed": "fail", "partial": "fail", "passed?": "none", "on hold": "blocked",
    "hold": "blocked", "deferred": "skipped",
    "○": "pass", "◯": "pass", "〇": "pass", "◎": "pass", "×": "fail",
    "x": "fail", "error": "fail", "bug": "fail", "defect": "fail",
}  # fmt: skip
"""Words that only pre-fill the answer to a question; alone they never become a result."""
