<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CloseProposal</name>
    <message numerus="yes">
        <source>%n defect(s) closed. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n defect closed. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n defects closed. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoveragePanel</name>
    <message numerus="yes">
        <source>{0} of %n requirement(s) in scope covered: {1} %</source>
        <translation>
            <numerusform>{0} of %n requirement in scope covered: {1} %</numerusform>
            <numerusform>{0} of %n requirements in scope covered: {1} %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n must-have(s) not covered</source>
        <translation>
            <numerusform>%n must-have not covered</numerusform>
            <numerusform>%n must-haves not covered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) without a requirement</source>
        <translation>
            <numerusform>%n script without a requirement</numerusform>
            <numerusform>%n scripts without a requirement</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CycleFigures</name>
    <message numerus="yes">
        <source>{0} of %n run(s)</source>
        <translation>
            <numerusform>{0} of %n run</numerusform>
            <numerusform>{0} of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n decided run(s)</source>
        <translation>
            <numerusform>{0} of %n decided run</numerusform>
            <numerusform>{0} of %n decided runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n first attempt(s)</source>
        <translation>
            <numerusform>{0} of %n first attempt</numerusform>
            <numerusform>{0} of %n first attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n retest(s) passed</source>
        <translation>
            <numerusform>{0} of %n retest passed</numerusform>
            <numerusform>{0} of %n retests passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n failure(s) with a picture</source>
        <translation>
            <numerusform>{0} of %n failure with a picture</numerusform>
            <numerusform>{0} of %n failures with a picture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>oldest open defect: %n day(s)</source>
        <translation>
            <numerusform>oldest open defect: %n day</numerusform>
            <numerusform>oldest open defect: %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CyclePlanner</name>
    <message numerus="yes">
        <source>%n run(s) planned. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n run planned. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n runs planned. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CyclesPage</name>
    <message numerus="yes">
        <source>%n run(s) to be tested again.</source>
        <translation>
            <numerusform>%n run to be tested again.</numerusform>
            <numerusform>%n runs to be tested again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) taken out. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%n run taken out. Ctrl+Z brings them back.</numerusform>
            <numerusform>%n runs taken out. Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DefectsPage</name>
    <message numerus="yes">
        <source>%n retest(s) planned. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n retest planned. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n retests planned. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message numerus="yes">
        <source>With small pictures of the evidence (%n kept)</source>
        <translation>
            <numerusform>With small pictures of the evidence (%n kept)</numerusform>
            <numerusform>With small pictures of the evidence (%n kept)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n script</numerusform>
            <numerusform>%n scripts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message numerus="yes">
        <source>%n new run(s)</source>
        <translation>
            <numerusform>%n new run</numerusform>
            <numerusform>%n new runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsPart</name>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0} and %n more</numerusform>
            <numerusform>{0} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequirementScripts</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsPart</name>
    <message numerus="yes">
        <source>{0}, %n row(s)</source>
        <translation>
            <numerusform>{0}, %n row</numerusform>
            <numerusform>{0}, %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunChoice</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✔ %n run(s) done</source>
        <translation>
            <numerusform>✔ %n run done</numerusform>
            <numerusform>✔ %n runs done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n run(s) open</source>
        <translation>
            <numerusform>{0} of %n run open</numerusform>
            <numerusform>{0} of %n runs open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunEnding</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n step(s)</source>
        <translation>
            <numerusform>{0} of %n step</numerusform>
            <numerusform>{0} of %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunHands</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScriptRuns</name>
    <message numerus="yes">
        <source>{0} of %n step(s)</source>
        <translation>
            <numerusform>{0} of %n step</numerusform>
            <numerusform>{0} of %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScriptsPart</name>
    <message numerus="yes">
        <source>on %n step(s)</source>
        <translation>
            <numerusform>on %n step</numerusform>
            <numerusform>on %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetsPart</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
</TS>
