<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
</context>
<context>
    <name>CyclesPage</name>
    <message numerus="yes">
        <source>%n run(s) planned. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n run planned. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n runs planned. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
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
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n script</numerusform>
            <numerusform>%n scripts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n script(s)</source>
        <translation>
            <numerusform>Imported %n script</numerusform>
            <numerusform>Imported %n scripts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) brought up to date</source>
        <translation>
            <numerusform>%n script brought up to date</numerusform>
            <numerusform>%n scripts brought up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) in {0}</source>
        <translation>
            <numerusform>%n result in {0}</numerusform>
            <numerusform>%n results in {0}</numerusform>
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
