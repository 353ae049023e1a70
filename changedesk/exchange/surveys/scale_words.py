# ruff: noqa: E501 - lists of words of many languages
"""Labels of scales in many languages: each stands at a place from -3 to 3.

A scale of four or five labels uses some of the seven places; only their order counts.
"""

from collections.abc import Mapping

LADDERS: Mapping[str, Mapping[str, str]] = {
    "agreement": {
        "en": "-3 strongly disagree, completely disagree, totally disagree, fully disagree, disagree strongly, very strongly disagree, definitely disagree; -2 disagree; -1 somewhat disagree, slightly disagree, tend to disagree, rather disagree, mostly disagree, moderately disagree, disagree somewhat; 0 neutral, neither agree nor disagree, neither agree or disagree, neither disagree nor agree, neither, undecided, neither nor, unsure, partly partly; 1 somewhat agree, slightly agree, tend to agree, rather agree, mostly agree, moderately agree, agree somewhat; 2 agree; 3 strongly agree, completely agree, totally agree, fully agree, agree strongly, very strongly agree, definitely agree",
        "de": "-3 stimme überhaupt nicht zu, stimme gar nicht zu, trifft überhaupt nicht zu, trifft gar nicht zu, lehne stark ab, stimme absolut nicht zu, stimme ganz und gar nicht zu; -2 stimme nicht zu, trifft nicht zu, lehne ab; -1 stimme eher nicht zu, trifft eher nicht zu, trifft wenig zu, stimme teilweise nicht zu; 0 neutral, weder noch, teils teils, unentschieden, teils/teils, weder zustimmung noch ablehnung, stimme weder zu noch nicht zu, stimme weder zu noch lehne ich ab, trifft teilweise zu, stimme teilweise zu; 1 stimme eher zu, trifft eher zu; 2 stimme zu, trifft zu; 3 stimme voll zu, stimme voll und ganz zu, stimme völlig zu, stimme vollkommen zu, stimme sehr zu, trifft voll zu, trifft voll und ganz zu, trifft völlig zu, stimme stark zu, stimme absolut zu",
        "fr": "-3 pas du tout d'accord, tout à fait en désaccord, fortement en désaccord, entièrement en désaccord; -2 pas d'accord, en désaccord, désaccord; -1 plutôt pas d'accord, plutôt en désaccord; 0 neutre, ni d'accord ni pas d'accord, ni en accord ni en désaccord, ni d'accord, ni pas d'accord, ni d'accord ni en désaccord; 1 plutôt d'accord; 2 d'accord; 3 tout à fait d'accord, fortement d'accord, entièrement d'accord, totalement d'accord",
        "es": "-3 totalmente en desacuerdo, muy en desacuerdo, completamente en desacuerdo; -2 en desacuerdo; -1 algo en desacuerdo, más bien en desacuerdo, parcialmente en desacuerdo; 0 neutral, neutro, ni de acuerdo ni en desacuerdo, ni en acuerdo ni en desacuerdo, indiferente; 1 algo de acuerdo, más bien de acuerdo, parcialmente de acuerdo; 2 de acuerdo; 3 totalmente de acuerdo, muy de acuerdo, completamente de acuerdo",
        "pt": "-3 discordo totalmente, discordo completamente, discordo fortemente; -2 discordo; -1 discordo parcialmente, discordo em parte; 0 neutro, não concordo nem discordo, nem concordo nem discordo, indiferente; 1 concordo parcialmente, concordo em parte; 2 concordo; 3 concordo totalmente, concordo completamente, concordo fortemente",
        "it": "-3 fortemente in disaccordo, completamente in disaccordo, per niente d'accordo, totalmente in disaccordo; -2 in disaccordo, non d'accordo; -1 piuttosto in disaccordo, parzialmente in disaccordo; 0 neutrale, neutro, né d'accordo né in disaccordo; 1 piuttosto d'accordo, abbastanza d'accordo, parzialmente d'accordo; 2 d'accordo; 3 fortemente d'accordo, completamente d'accordo, totalmente d'accordo, molto d'accordo",
        "nl": "-3 helemaal mee oneens, helemaal oneens, zeer mee oneens, zeer oneens, helemaal niet mee eens; -2 mee oneens, oneens, niet mee eens; -1 enigszins mee oneens, beetje oneens; 0 neutraal, niet mee eens niet mee oneens, noch eens noch oneens, niet eens niet oneens; 1 enigszins mee eens, beetje eens; 2 mee eens, eens; 3 helemaal mee eens, helemaal eens, zeer mee eens, zeer eens",
        "pl": "-3 zdecydowanie się nie zgadzam, zdecydowanie nie; -2 nie zgadzam się; -1 raczej się nie zgadzam, raczej nie; 0 nie mam zdania, ani tak ani nie, trudno powiedzieć, neutralnie; 1 raczej się zgadzam, raczej tak; 2 zgadzam się; 3 zdecydowanie się zgadzam, zdecydowanie tak",
        "ru": "-3 совершенно не согласен, полностью не согласен, категорически не согласен, абсолютно не согласен; -2 не согласен; -1 скорее не согласен; 0 нейтрально, затрудняюсь ответить, ни да ни нет, отчасти согласен, и согласен и не согласен; 1 скорее согласен; 2 согласен; 3 полностью согласен, совершенно согласен, абсолютно согласен",
        "sv": "-3 instämmer inte alls, håller inte alls med; -2 instämmer inte, håller inte med; 0 varken eller, neutral; 2 instämmer, håller med; 3 instämmer helt, håller helt med, instämmer helt och hållet",
        "da": "-3 meget uenig, helt uenig; -2 uenig; 0 hverken enig eller uenig, hverken eller; 2 enig; 3 meget enig, helt enig",
        "tr": "-3 kesinlikle katılmıyorum; -2 katılmıyorum; 0 kararsızım, ne katılıyorum ne katılmıyorum; 2 katılıyorum; 3 kesinlikle katılıyorum",
        "ja": "-3 全くそう思わない, まったくそう思わない, まったく同意しない, 強く反対, 全く当てはまらない; -2 そう思わない, 同意しない, 反対; -1 あまりそう思わない, どちらかといえばそう思わない; 0 どちらともいえない, どちらでもない, 中立; 1 ややそう思う, どちらかといえばそう思う; 2 そう思う, 同意する, 賛成; 3 とてもそう思う, 強くそう思う, 強く同意する, 非常にそう思う, 強く賛成",
        "zh": "-3 非常不同意, 完全不同意, 强烈反对; -2 不同意, 反对; -1 有点不同意, 比较不同意; 0 中立, 一般, 不确定; 1 有点同意, 比较同意; 2 同意; 3 非常同意, 完全同意, 强烈同意",
    },
    "frequency": {
        "en": "-3 never, not at all, none of the time; -2 rarely, seldom, hardly ever, almost never, very rarely, once in a while; 0 sometimes, occasionally, about half the time, half of the time, some of the time; 2 often, frequently, usually, most of the time, very often, almost always, regularly; 3 always, all the time, every time, all of the time",
        "de": "-3 nie, niemals; -2 selten, fast nie; 0 manchmal, gelegentlich, ab und zu, teils teils; 2 oft, häufig, meistens, sehr oft; 3 immer",
        "fr": "-3 jamais; -2 rarement, presque jamais; 0 parfois, quelquefois, de temps en temps; 2 souvent, régulièrement, la plupart du temps; 3 toujours",
        "es": "-3 nunca; -2 raramente, rara vez, casi nunca, pocas veces; 0 a veces, algunas veces, ocasionalmente; 2 a menudo, frecuentemente, casi siempre, muchas veces, con frecuencia; 3 siempre",
        "pt": "-3 nunca; -2 raramente, quase nunca; 0 às vezes, algumas vezes, ocasionalmente; 2 frequentemente, quase sempre, muitas vezes; 3 sempre",
        "it": "-3 mai; -2 raramente, quasi mai; 0 a volte, qualche volta, talvolta; 2 spesso, quasi sempre; 3 sempre",
        "nl": "-3 nooit; -2 zelden, bijna nooit; 0 soms, af en toe; 2 vaak, meestal, regelmatig; 3 altijd",
        "pl": "-3 nigdy; -2 rzadko; 0 czasami; 2 często; 3 zawsze",
        "ru": "-3 никогда; -2 редко; 0 иногда; 2 часто; 3 всегда",
    },
    "satisfaction": {
        "en": "-3 very dissatisfied, very unsatisfied, completely dissatisfied, extremely dissatisfied, not at all satisfied; -2 dissatisfied, unsatisfied; -1 somewhat dissatisfied, slightly dissatisfied; 0 neutral, neither satisfied nor dissatisfied, neither; 1 somewhat satisfied, slightly satisfied; 2 satisfied; 3 very satisfied, completely satisfied, extremely satisfied",
        "de": "-3 sehr unzufrieden, gar nicht zufrieden; -2 unzufrieden; -1 eher unzufrieden; 0 neutral, weder noch, teils teils, weder zufrieden noch unzufrieden; 1 eher zufrieden; 2 zufrieden; 3 sehr zufrieden",
        "fr": "-3 très insatisfait, pas du tout satisfait, très mécontent; -2 insatisfait, pas satisfait; -1 plutôt insatisfait, plutôt pas satisfait, peu satisfait; 0 neutre, ni satisfait ni insatisfait; 1 plutôt satisfait, assez satisfait; 2 satisfait; 3 très satisfait, tout à fait satisfait",
        "es": "-3 muy insatisfecho, nada satisfecho; -2 insatisfecho; -1 algo insatisfecho, poco satisfecho; 0 neutral, ni satisfecho ni insatisfecho; 1 algo satisfecho; 2 satisfecho; 3 muy satisfecho",
        "pt": "-3 muito insatisfeito; -2 insatisfeito; 0 neutro, nem satisfeito nem insatisfeito; 2 satisfeito; 3 muito satisfeito",
        "it": "-3 molto insoddisfatto, per niente soddisfatto; -2 insoddisfatto; 0 neutrale, né soddisfatto né insoddisfatto; 1 abbastanza soddisfatto; 2 soddisfatto; 3 molto soddisfatto",
        "nl": "-3 zeer ontevreden, heel ontevreden; -2 ontevreden; 0 neutraal, niet tevreden niet ontevreden; 2 tevreden; 3 zeer tevreden, heel tevreden",
    },
    "quality": {
        "en": "-3 very poor, terrible, awful, very bad; -2 poor, bad, below average; 0 fair, average, ok, okay, acceptable, neutral; 2 good, above average; 3 very good, excellent, outstanding",
        "de": "-3 sehr schlecht, mangelhaft; -2 schlecht; 0 mittel, befriedigend, mittelmäßig, teils teils; 2 gut; 3 sehr gut, ausgezeichnet",
        "fr": "-3 très mauvais, très mauvaise; -2 mauvais, mauvaise; 0 moyen, moyenne, passable, correct; 2 bon, bonne, bien; 3 très bon, très bonne, excellent, excellente, très bien",
        "es": "-3 muy malo, muy mala, pésimo; -2 malo, mala; 0 regular, aceptable; 2 bueno, buena; 3 muy bueno, muy buena, excelente",
        "pt": "-3 muito ruim, péssimo, muito mau; -2 ruim, mau; 0 regular, razoável; 2 bom, boa; 3 muito bom, muito boa, excelente, ótimo",
        "it": "-3 pessimo, molto scarso; -2 scarso, cattivo; 0 sufficiente, discreto; 2 buono; 3 ottimo, eccellente, molto buono",
        "nl": "-3 zeer slecht, heel slecht; -2 slecht; 0 matig, redelijk, voldoende; 2 goed; 3 zeer goed, uitstekend, heel goed",
    },
    "likelihood": {
        "en": "-3 very unlikely, extremely unlikely, definitely not; -2 unlikely, probably not; -1 somewhat unlikely; 0 neutral, neither likely nor unlikely, might or might not, unsure; 1 somewhat likely; 2 likely, probably, probably yes; 3 very likely, extremely likely, definitely, definitely yes",
        "de": "-3 sehr unwahrscheinlich; -2 unwahrscheinlich; -1 eher unwahrscheinlich; 0 neutral, weder noch; 1 eher wahrscheinlich; 2 wahrscheinlich; 3 sehr wahrscheinlich",
        "fr": "-3 très improbable, très peu probable; -2 improbable, peu probable; 0 neutre; 2 probable; 3 très probable",
        "es": "-3 muy improbable; -2 improbable, poco probable; 0 neutral; 2 probable; 3 muy probable",
    },
    "importance": {
        "en": "-3 not at all important, not important at all, unimportant, not important; -2 slightly important, of little importance, low importance, not very important; 0 moderately important, somewhat important, neutral, fairly important; 2 important, quite important; 3 very important, extremely important",
        "de": "-3 überhaupt nicht wichtig, unwichtig, gar nicht wichtig; -2 wenig wichtig, eher unwichtig; 0 teils teils, mäßig wichtig, neutral; 1 eher wichtig; 2 wichtig; 3 sehr wichtig",
        "fr": "-3 pas du tout important; -2 peu important; 0 moyennement important; 2 important; 3 très important",
        "es": "-3 nada importante; -2 poco importante; 0 moderadamente importante; 2 importante; 3 muy importante",
    },
    "ease": {
        "en": "-3 very difficult, very hard, extremely difficult; -2 difficult, hard; -1 somewhat difficult; 0 neutral, neither easy nor difficult; 1 somewhat easy; 2 easy; 3 very easy, extremely easy",
        "de": "-3 sehr schwierig, sehr schwer; -2 schwierig, schwer; -1 eher schwierig; 0 neutral, weder noch, teils teils; 1 eher leicht, eher einfach; 2 leicht, einfach; 3 sehr leicht, sehr einfach",
        "fr": "-3 très difficile; -2 difficile; 0 neutre; 2 facile; 3 très facile",
        "es": "-3 muy difícil; -2 difícil; 0 neutral; 2 fácil; 3 muy fácil",
    },
    "confidence": {
        "en": "-3 not at all confident, not confident at all; -2 slightly confident, not very confident, not confident; 0 somewhat confident, moderately confident, neutral; 2 confident, fairly confident, quite confident; 3 very confident, extremely confident, completely confident",
        "de": "-3 überhaupt nicht sicher, gar nicht sicher, sehr unsicher; -2 unsicher, wenig sicher; 0 teils teils, mittel; 1 eher sicher; 2 sicher; 3 sehr sicher",
    },
    "favour": {
        "en": "-3 very unfavorably, very unfavorable, very unfavourable, very negative, strongly oppose; -2 unfavorably, unfavorable, unfavourable, somewhat unfavorably, somewhat unfavorable, negative, oppose, somewhat negative; 0 neither favorably nor unfavorably (neutral), neither favorably nor unfavorably, neutral, neither favorable nor unfavorable; 2 favorably, favorable, favourable, somewhat favorably, somewhat favorable, positive, support, somewhat positive; 3 very favorably, very favorable, very favourable, very positive, strongly support",
        "de": "-3 sehr negativ; -2 negativ, eher negativ; 0 neutral, weder noch; 2 positiv, eher positiv; 3 sehr positiv",
    },
    "effect": {
        "en": "-3 not at all effective, no effect, not effective; -2 very small effect, slightly effective, small effect, a little effective; 0 somewhat effective, moderately effective, some effect; 2 effective, large effect; 3 very effective, extremely effective, very large effect",
    },
    "improvement": {
        "en": "-3 no improvement, not at all improved, much worse; -2 very little improvement, little improvement, worse; 0 some improvement, moderate improvement, about the same; 2 much improvement, better; 3 great improvement, very great improvement, much better",
    },
    "extent": {
        "en": "-3 not at all, to no extent, none; -2 a little, slightly, very little, to a small extent, a little bit; 0 somewhat, moderately, to some extent, to a moderate extent, some, a moderate amount; 2 quite a bit, a lot, very, to a large extent, mostly, largely, to a great extent; 3 extremely, completely, a great deal, very much, fully, to a very great extent, to a very large extent",
        "de": "-3 gar nicht, überhaupt nicht; -2 wenig, kaum, etwas; 0 mittelmäßig, teilweise, mäßig, einigermaßen; 2 ziemlich, stark, überwiegend; 3 sehr, sehr stark, völlig, außerordentlich",
        "fr": "-3 pas du tout; -2 un peu, peu; 0 moyennement, assez; 2 beaucoup; 3 énormément, tout à fait, complètement",
        "es": "-3 nada, en absoluto; -2 poco, un poco; 0 algo, regular; 2 bastante, mucho; 3 muchísimo, totalmente, completamente",
    },
}

PATTERNS: tuple[tuple[int, ...], ...] = (
    (-3, -2, 0, 2, 3),
    (-3, -1, 0, 1, 3),
    (-2, -1, 0, 1, 2),
    (-3, -2, 2, 3),
    (-3, -1, 1, 3),
    (-2, -1, 1, 2),
    (-3, -2, -1, 1, 2, 3),
    (-3, -2, -1, 0, 1, 2, 3),
)
"""The places that scales of five, four, six and seven labels use, the usual ones first."""


ONE_SIDED = frozenset({"frequency", "importance", "confidence", "effect", "improvement", "extent"})
"""Scales from nothing to much, which are offered with any number of labels."""
