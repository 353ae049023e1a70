<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AdkarPanel</name>
    <message numerus="yes">
        <source>%n reading(s) of the group as a whole</source>
        <translation>
            <numerusform>%n reading of the group as a whole</numerusform>
            <numerusform>%n readings of the group as a whole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) read</source>
        <translation>
            <numerusform>%n person read</numerusform>
            <numerusform>%n people read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Adoption</name>
    <message numerus="yes">
        <source>reached %n day(s) after go-live</source>
        <translation>
            <numerusform>reached %n day after go-live</numerusform>
            <numerusform>reached %n days after go-live</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message numerus="yes">
        <source>%n new response(s)</source>
        <translation>
            <numerusform>%n new response</numerusform>
            <numerusform>%n new responses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new wave(s)</source>
        <translation>
            <numerusform>%n new wave</numerusform>
            <numerusform>%n new waves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new question(s)</source>
        <translation>
            <numerusform>%n new question</numerusform>
            <numerusform>%n new questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersImport</name>
    <message numerus="yes">
        <source>%n response(s) taken in. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n response taken in. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n responses taken in. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssessmentsView</name>
    <message numerus="yes">
        <source>%n answer sheet(s) on {0}</source>
        <translation>
            <numerusform>%n answer sheet on {0}</numerusform>
            <numerusform>%n answer sheets on {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BarsDelegate</name>
    <message numerus="yes">
        <source>⚠ %n need(s) without a course</source>
        <translation>
            <numerusform>⚠ %n need without a course</numerusform>
            <numerusform>⚠ %n needs without a course</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BubbleChart</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message numerus="yes">
        <source>⚠ %n hard impact(s) not told in time</source>
        <translation>
            <numerusform>⚠ %n hard impact not told in time</numerusform>
            <numerusform>⚠ %n hard impacts not told in time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameBack</name>
    <message numerus="yes">
        <source>⚠ %n change(s) in the workspace since it was made</source>
        <translation>
            <numerusform>⚠ %n change in the workspace since it was made</numerusform>
            <numerusform>⚠ %n changes in the workspace since it was made</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message numerus="yes">
        <source>%n impact(s) to look at. Enter opens one.</source>
        <translation>
            <numerusform>%n impact to look at. Enter opens one.</numerusform>
            <numerusform>%n impacts to look at. Enter opens one.</numerusform>
        </translation>
    </message>
</context>
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
    <name>CommunicationsPage</name>
    <message numerus="yes">
        <source>%n communication(s)</source>
        <translation>
            <numerusform>%n communication</numerusform>
            <numerusform>%n communications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n communication(s) marked as sent. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n communication marked as sent. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n communications marked as sent. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n communication(s) approved. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n communication approved. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n communications approved. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written</source>
        <translation>
            <numerusform>%n event written</numerusform>
            <numerusform>%n events written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without a day left out</source>
        <translation>
            <numerusform>%n message without a day left out</numerusform>
            <numerusform>%n messages without a day left out</numerusform>
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
        <source>{0} of %n decided first attempt(s)</source>
        <translation>
            <numerusform>{0} of %n decided first attempt</numerusform>
            <numerusform>{0} of %n decided first attempts</numerusform>
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
            <numerusform>%n run taken out. Ctrl+Z brings it back.</numerusform>
            <numerusform>%n runs taken out. Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DefectAgeing</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
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
    <name>Designing</name>
    <message numerus="yes">
        <source>%n thing(s) of the form are not as they were:</source>
        <translation>
            <numerusform>%n thing of the form is not as it was:</numerusform>
            <numerusform>%n things of the form are not as they were:</numerusform>
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
    <name>Dropping</name>
    <message numerus="yes">
        <source>Looking at %n file(s)</source>
        <translation>
            <numerusform>Looking at %n file</numerusform>
            <numerusform>Looking at %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EngagementPanel</name>
    <message numerus="yes">
        <source>▲ %n need(s) action</source>
        <translation>
            <numerusform>▲ %n needs action</numerusform>
            <numerusform>▲ %n need action</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not rated yet</source>
        <translation>
            <numerusform>%n not rated yet</numerusform>
            <numerusform>%n not rated yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnrolHands</name>
    <message numerus="yes">
        <source>%n more than there are seats.</source>
        <translation>
            <numerusform>%n more than there are seats.</numerusform>
            <numerusform>%n more than there are seats.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) enrolled. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n person enrolled. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n people enrolled. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message numerus="yes">
        <source>of %n adoption measure(s)</source>
        <translation>
            <numerusform>of %n adoption measure</numerusform>
            <numerusform>of %n adoption measures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n not told in time</source>
        <translation>
            <numerusform>⚠ %n not told in time</numerusform>
            <numerusform>⚠ %n not told in time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, and %n other open cycle(s)</source>
        <translation>
            <numerusform>, and %n other open cycle</numerusform>
            <numerusform>, and %n other open cycles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n group(s) without headcount</source>
        <translation>
            <numerusform>⚠ %n group without headcount</numerusform>
            <numerusform>⚠ %n groups without headcount</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n need(s) without a group</source>
        <translation>
            <numerusform>⚠ %n need without a group</numerusform>
            <numerusform>⚠ %n needs without a group</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormsDialog</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message numerus="yes">
        <source>⚠ %n hard impact(s) not told in time. Enter opens one.</source>
        <translation>
            <numerusform>⚠ %n hard impact not told in time. Enter opens one.</numerusform>
            <numerusform>⚠ %n hard impacts not told in time. Enter opens one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the plan that do not fit</source>
        <translation>
            <numerusform>%n thing in the plan that does not fit</numerusform>
            <numerusform>%n things in the plan that do not fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GiveDialog</name>
    <message numerus="yes">
        <source>Who takes %n run(s)?</source>
        <translation>
            <numerusform>Who takes %n run?</numerusform>
            <numerusform>Who takes %n runs?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupDetail</name>
    <message numerus="yes">
        <source>+ %n not known by name</source>
        <translation>
            <numerusform>+ %n not known by name</numerusform>
            <numerusform>+ %n not known by name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeatPanel</name>
    <message numerus="yes">
        <source>%n impact(s)</source>
        <translation>
            <numerusform>%n impact</numerusform>
            <numerusform>%n impacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
    <name>ImpactsPage</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportChange</name>
    <message numerus="yes">
        <source>%n attendance(s)</source>
        <translation>
            <numerusform>%n attendance</numerusform>
            <numerusform>%n attendances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n communication(s)</source>
        <translation>
            <numerusform>%n communication</numerusform>
            <numerusform>%n communications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completion(s)</source>
        <translation>
            <numerusform>%n completion</numerusform>
            <numerusform>%n completions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n course</numerusform>
            <numerusform>%n courses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) of duty</source>
        <translation>
            <numerusform>%n day of duty</numerusform>
            <numerusform>%n days of duty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n impact(s)</source>
        <translation>
            <numerusform>%n impact</numerusform>
            <numerusform>%n impacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) brought up to date</source>
        <translation>
            <numerusform>%n record brought up to date</numerusform>
            <numerusform>%n records brought up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign(s) of resistance</source>
        <translation>
            <numerusform>%n sign of resistance</numerusform>
            <numerusform>%n signs of resistance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stakeholder(s)</source>
        <translation>
            <numerusform>%n stakeholder</numerusform>
            <numerusform>%n stakeholders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training need(s)</source>
        <translation>
            <numerusform>%n training need</numerusform>
            <numerusform>%n training needs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n defect(s)</source>
        <translation>
            <numerusform>%n defect</numerusform>
            <numerusform>%n defects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n defect(s) brought up to date</source>
        <translation>
            <numerusform>%n defect brought up to date</numerusform>
            <numerusform>%n defects brought up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requirement(s)</source>
        <translation>
            <numerusform>%n requirement</numerusform>
            <numerusform>%n requirements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requirement(s) brought up to date</source>
        <translation>
            <numerusform>%n requirement brought up to date</numerusform>
            <numerusform>%n requirements brought up to date</numerusform>
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
        <source>%n result(s) in {0}</source>
        <translation>
            <numerusform>%n result in {0}</numerusform>
            <numerusform>%n results in {0}</numerusform>
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
        <source>%n script(s) brought up to date</source>
        <translation>
            <numerusform>%n script brought up to date</numerusform>
            <numerusform>%n scripts brought up to date</numerusform>
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
        <source>Imported %n script(s)</source>
        <translation>
            <numerusform>Imported %n script</numerusform>
            <numerusform>Imported %n scripts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KitDialog</name>
    <message numerus="yes">
        <source>Take %n entry(s)</source>
        <translation>
            <numerusform>Take %n entry</numerusform>
            <numerusform>Take %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) made from the kit. Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>%n record made from the kit. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n records made from the kit. Ctrl+Z takes them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kits</name>
    <message numerus="yes">
        <source>%n day(s) after go-live</source>
        <translation>
            <numerusform>%n day after go-live</numerusform>
            <numerusform>%n days after go-live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before go-live</source>
        <translation>
            <numerusform>%n day before go-live</numerusform>
            <numerusform>%n days before go-live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) after go-live</source>
        <translation>
            <numerusform>%n week after go-live</numerusform>
            <numerusform>%n weeks after go-live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) before go-live</source>
        <translation>
            <numerusform>%n week before go-live</numerusform>
            <numerusform>%n weeks before go-live</numerusform>
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
    <name>MergingHands</name>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>%n conflict to decide</numerusform>
            <numerusform>%n conflicts to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message numerus="yes">
        <source>Where do %n person(s) go?</source>
        <translation>
            <numerusform>Where does %n person go?</numerusform>
            <numerusform>Where do %n people go?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>⚠ %n late</source>
        <translation>
            <numerusform>⚠ %n late</numerusform>
            <numerusform>⚠ %n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n thing(s) missing</source>
        <translation>
            <numerusform>⚠ %n thing missing</numerusform>
            <numerusform>⚠ %n things missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message numerus="yes">
        <source>Wrong too often: wait %n second(s).</source>
        <translation>
            <numerusform>Wrong too often: wait %n second.</numerusform>
            <numerusform>Wrong too often: wait %n seconds.</numerusform>
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
    <name>PowerPanel</name>
    <message numerus="yes">
        <source>%n not rated yet</source>
        <translation>
            <numerusform>%n not rated yet</numerusform>
            <numerusform>%n not rated yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚑ %n stated to belong to the quadrant named there</source>
        <translation>
            <numerusform>⚑ %n stated to belong to the quadrant named there</numerusform>
            <numerusform>⚑ %n stated to belong to the quadrant named there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProofDialog</name>
    <message numerus="yes">
        <source>%n change(s) in the workspace since it was made</source>
        <translation>
            <numerusform>%n change in the workspace since it was made</numerusform>
            <numerusform>%n changes in the workspace since it was made</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalDialog</name>
    <message numerus="yes">
        <source>%n place(s) given</source>
        <translation>
            <numerusform>%n place given</numerusform>
            <numerusform>%n places given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new session(s)</source>
        <translation>
            <numerusform>%n new session</numerusform>
            <numerusform>%n new sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken out</source>
        <translation>
            <numerusform>%n taken out</numerusform>
            <numerusform>%n taken out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place</source>
        <translation>
            <numerusform>%n without a place</numerusform>
            <numerusform>%n without a place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalHands</name>
    <message numerus="yes">
        <source>%n person(s) scheduled. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n person scheduled. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n people scheduled. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) moved. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n person moved. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n people moved. Ctrl+Z takes it back.</numerusform>
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
    <name>Retraining</name>
    <message numerus="yes">
        <source>%n person(s) to be trained again. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n person to be trained again. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n people to be trained again. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnCard</name>
    <message numerus="yes">
        <source>%n cell(s) selected</source>
        <translation>
            <numerusform>%n cell selected</numerusform>
            <numerusform>%n cells selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message numerus="yes">
        <source>%n to decide: T take, K keep, B both, Space next. What is left undecided is done as its line says.</source>
        <translation>
            <numerusform>%n to decide: T take, K keep, B both, Space next. What is left undecided is done as its line says.</numerusform>
            <numerusform>%n to decide: T take, K keep, B both, Space next. What is left undecided is done as its line says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) were filled in</source>
        <translation>
            <numerusform>%n cell was filled in</numerusform>
            <numerusform>%n cells were filled in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturningHands</name>
    <message numerus="yes">
        <source>%n cell(s) taken in</source>
        <translation>
            <numerusform>%n cell taken in</numerusform>
            <numerusform>%n cells taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) decided</source>
        <translation>
            <numerusform>%n conflict decided</numerusform>
            <numerusform>%n conflicts decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n not taken</numerusform>
            <numerusform>%n not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
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
    <name>RunGiving</name>
    <message numerus="yes">
        <source>%n run(s) given. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n run given. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n runs given. Ctrl+Z takes it back.</numerusform>
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
    <name>SignDialog</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignaturesView</name>
    <message numerus="yes">
        <source>⚠ %n change(s)</source>
        <translation>
            <numerusform>⚠ %n change</numerusform>
            <numerusform>⚠ %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since {0} signed</source>
        <translation>
            <numerusform>%n change since {0} signed</numerusform>
            <numerusform>%n changes since {0} signed</numerusform>
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
<context>
    <name>TrainingPage</name>
    <message numerus="yes">
        <source>%n need(s) drawn from impacts. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n need drawn from impacts. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n needs drawn from impacts. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaveHands</name>
    <message numerus="yes">
        <source>%n anonymous answer(s) stay out: fewer came than the smallest group has.</source>
        <translation>
            <numerusform>%n anonymous answer stays out: fewer came than the smallest group has.</numerusform>
            <numerusform>%n anonymous answers stay out: fewer came than the smallest group has.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) invited. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n person invited. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n people invited. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
</TS>
