<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plan runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take runs &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import results…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise a defect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose cycle and tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import scripts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore from a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Your name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Switch project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About ChangeDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste as new rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retest list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plan retest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Link scripts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Coverage matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hand over to the tester…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what was mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run sheets for paper…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Evidence book…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbook of one &amp;tester…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File for another tool…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AreaTree</name>
    <message>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scripts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BeforeYouStart</name>
    <message>
        <source>Before you start: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test data: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong in ChangeDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is our mistake, not yours. Your work is safe: every change was saved when you made it. Go on, and send the details below to whoever looks after ChangeDesk for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BurnUpChart</name>
    <message>
        <source>Burn-up: {0} planned, {1} executed, {2} passed on {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} at this pace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureBar</name>
    <message>
        <source>What happened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+V adds a picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>Backing up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has a fault: {0}. Go on only after restoring an older backup (File, Restore from a backup).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseProposal</name>
    <message>
        <source>✔ {0} passed. C closes: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n defect(s) closed. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsPart</name>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field for column {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– kept as a remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoveragePanel</name>
    <message>
        <source>Cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No script tests a requirement yet. Choose a requirement in the list and press Ctrl+L, or import a traceability matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last run of each script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requirement is in scope yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n requirement(s) in scope covered: {1} %</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n must-have(s) not covered</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) without a requirement</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CycleCriteria</name>
    <message>
        <source>A cycle ends well when its exit criteria are met. Start with the usual ones, then change what is different here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the usual ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ {0}: nothing stands in the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✖ Not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>➔ Waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the tick off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one is counted by the program: it cannot be ticked, but waived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does “{0}” not have to be met?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit criteria met: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria added: {0}. Ctrl+Z takes them back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CycleDocuments</name>
    <message>
        <source>More documents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CycleExporter</name>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UAT workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UAT certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture was kept in {0} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CycleFigures</name>
    <message>
        <source>Executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-pass yield</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open defects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n decided run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n first attempt(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>build {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} runs a working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at this pace done on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n retest(s) passed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n failure(s) with a picture</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>oldest open defect: %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CyclePlanner</name>
    <message numerus="yes">
        <source>%n run(s) planned. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CycleRuns</name>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, attempt {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CycleSessions</name>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P present, A absent, E expected; the next one comes up by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session is people in a room at a time. Make one to plan who comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facilitator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CyclesPage</name>
    <message>
        <source>&amp;New cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) to be tested again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) taken out. Ctrl+Z brings them back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria ({0}/{1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space on a criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick it, or take the tick off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W on a criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waive it with a reason, or count it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P, A, E on a tester of a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present, absent, or still expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSets</name>
    <message>
        <source>Data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line for each: name = value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With data sets a script is run once for each. Write &lt;name&gt; into a step; the value of that name stands there in run mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script has places for: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>Pick a day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DefectDialog</name>
    <message>
        <source>Raise a defect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+1 to Alt+4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise defect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DefectEvidence</name>
    <message>
        <source>No picture was kept at the step that this defect was raised from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DefectsPage</name>
    <message>
        <source>&amp;New defect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the defects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retest list</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n retest(s) planned. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Left, Right on the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to the next column with a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Left, Alt+Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the card to the status before or after; the mouse drags it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter on the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the defect in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retest list ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is now: {1}. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>This workspace is open in another window; that window was brought up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is open in another ChangeDesk that does not answer: close that one, or end it, and open the workspace again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ChangeDesk ended unexpectedly last time. Everything that was saved is here; details are in the folder {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>For whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All testers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>With small pictures of the evidence (%n kept)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDone</name>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ {0} is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>several values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>Choose a PIN before you hand the computer to {0}. It is asked for to leave this view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN takes you back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOverWindow</name>
    <message>
        <source>ChangeDesk – hand-over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave (Esc)…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erased</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the change did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change is kept here for good: who made it, when, from what to what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which file shall be imported?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbooks and tables ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cycle of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows left out ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts, results, requirements or defects: somebody’s own sheet in any shape and language, or the export of another tool. Nothing is written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns and answers are those of the last file like this. Begin anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defects go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cycle that the file names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traceability matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportFields</name>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preconditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome (pass, fail …)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result (outcome or text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceptance criteria</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportParts</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>{0}, key {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which scripts test {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks a line, Ctrl+A all that are shown, Ctrl+Enter links them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Coverage matrix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewWorkspaceDialog</name>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move support to the new CRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new desk for a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is kept in one file: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the project: it is what scripts, cycles and defects belong to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the file a name without any of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file named {0} already: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is too long for a file: choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that the file is kept in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {0}: choose another one, or make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a file, not a folder: choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People test, learn, answer and sign. Type a name, or paste a list from Excel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group is hit alike by the change: a team, a shift or a whole site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project is one change to how the operation works, with its own scripts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cycle is one round of testing on one build. Make one, choose its scripts and who tests, then press Ctrl+R. An import with results brings a cycle of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A defect is raised in run mode with Ctrl+D and knows its step, build, tester and picture. One that nobody tested for is added here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A script says what somebody does, step by step, and what must happen. Type one, or import a workbook of any shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A requirement says what must work on the first day. Type one, or import a list; then Ctrl+L says which scripts test it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a record, a page or an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action is called “{0}”. Open a workspace to find records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called “{0}”. Try fewer words or their beginnings, a code such as UAT-014, or the name of a page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People, groups or projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>{0} is larger than 25 MB: save it smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a picture that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {0} to {1} digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not alike: type the PIN again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Plan runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet, decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who runs what in {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks a line, Ctrl+A all that are shown, Ctrl+Enter plans them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} are planned already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share the scripts out evenly, by minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody runs every script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load of each tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+1, Alt+2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0}; from {1} to {2} each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can have a share: tick a tester, or choose Alt+2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectSwitcher</name>
    <message>
        <source>Projects…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project {0}; choose another</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsPart</name>
    <message>
        <source>“{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “{0}” means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day first (31/3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month first (3/31)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Perhaps {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordDetail</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Filter {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordPane</name>
    <message>
        <source>No {0} yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a project first: it is what records belong to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Paste {0} × {1} cells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordTableModel</name>
    <message>
        <source>Looking up {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRM migration, chatbot, new QA programme …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed in build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder or feature; “/” separates levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headcount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How people name this record; never used twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its place in the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed with remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preconditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for retest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References as the source wrote them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short, as people say it; unique in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must be better afterwards, and how one would notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file it came from calls it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the tester ended it before its last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who and what the change touches, and what it leaves alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line for each: name = value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceptance criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facilitator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For what a person has to see to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it is tried; empty for a step done once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How one sees that it is fulfilled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open defects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priorities or severities that count, such as critical, high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of conditions with owner and date, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of requirements covered, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of results passed, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of scripts executed, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of testers present, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of tries that must pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester of a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticked by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its source says beyond these fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people do until it is mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do where it is not split into steps; then the whole is passed or failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it comes from: a workshop, a contract, a law.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which try of a trial step it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won&apos;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workaround</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depends on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is tested by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testers of sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 none; 1 knows of it; 2 with help; 3 alone; 4 teaches others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 mild to 5 strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 Behaviour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days after go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 days after go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days after go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proposal leaves it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recurrence or an event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test, a checklist, a score of quality …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADKAR element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADKAR reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADKAR readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accountable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active and visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopted when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer of an assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer of an assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awareness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build the coalition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Burden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came without being invited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity for change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Champion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Champions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of the design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coaching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communicate directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Considerations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consulted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical behaviours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty for everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty for that of the course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty for the whole group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty for those of the course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected resistance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feedback by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group&apos;s view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headcount on a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headcounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours a person can give to change in a month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How engaged they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How engaged they must be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How hard it hits them, 1 to 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many it hits; empty for the whole group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the task is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How one sees that somebody can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How one sees that they use the new way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they are brought along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact, as said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In whole units of the project&apos;s currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words, with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words; the groups it reaches are linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influence, as said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest, as said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job aid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep informed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legitimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location, hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage closely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials ready on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mindset, attitudes, beliefs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes after midnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitigated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitigations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-shows expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of one session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off the floor at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak season, stock-taking, a freeze …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place or link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power, as said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project change triangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RACI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading of proficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings of proficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinforcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reporting structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resistance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resistance log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk: the change itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk: the organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-paced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the usual capacity for change; 0 for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of those invited who do not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows whether it was understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skill level seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skill of a course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills of courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sponsor action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sponsor actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stakeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stakeholders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated quadrant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays here: exported only when that is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops, starts, continues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as Europe/London; empty for this computer&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supportive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System or process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tactics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day it was merged, split or closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day that it speaks of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element that is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group&apos;s own view. 0 none; 1 aware only; 2 a minor new step; 3 needs training; 4 core task changes; 5 role redefined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest share that may be away from work together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project&apos;s view. 0 none; 1 aware only; 2 a minor new step; 3 needs training; 4 core task changes; 5 role redefined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The severity that is left after what is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sponsor, for instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their version and where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They cannot wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have a right to be heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To learn and to attend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unaware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validated on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual classroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in it for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is special about this group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it takes of each reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its author decided; shown beside ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its file calls it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What rosters and training systems call them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What these people work with every day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was seen or heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is about one group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is mitigated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requires</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequirementScripts</name>
    <message>
        <source>Scripts that test it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No script tests this yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not planned yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequirementsPage</name>
    <message>
        <source>&amp;New requirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter in the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the run, or the script, of the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space in the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that the script tests the requirement, or that it does not</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is put back as a file of its own; nothing is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which state do you want back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no backups on this computer yet. They are made while you work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ChangeDesk workspaces (*.changedesk)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RetestView</name>
    <message>
        <source>Defect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retest list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a retest. A defect comes here when its status is set to “Ready for retest”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retests to be planned: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ A retest is planned for each of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowsPart</name>
    <message>
        <source>✖ rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>➔ left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0}, %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunChoice</name>
    <message>
        <source>Cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ goes to the testers, Enter starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody&apos;s runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not given to anybody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>✔ %n run(s) done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n run(s) open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunEnding</name>
    <message>
        <source>What needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ Nothing failed, nothing is disputed, nothing is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens a line, Backspace goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is done, something is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} step {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunFooter</name>
    <message>
        <source>Backspace back · Ctrl+D defect · F1 keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run {0} of {1} · this script {2}/{3} · session {4} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· ✖ {0} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace goes back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunHands</name>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} step {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a result first, F for Fail say: a defect is raised from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>build {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} raised. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a run that failed is ended early; Page Down leaves it open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change cycle or tester: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunModePage</name>
    <message>
        <source>Nothing to run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is a script in the hands of a tester. Plan some in a cycle first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you, all your runs are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give the computer back now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step before or after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run before or after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a try of a trial step, to correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what happened; Enter again is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one tester first, with Ctrl+L: only his runs are handed over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScriptPane</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScriptRuns</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has run this script yet. Plan it in a cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScriptsPage</name>
    <message>
        <source>&amp;New script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Enter in a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to the next cell; down to the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter in a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new line in the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Up, Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the step up or down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ins, Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a step above; empty the cells or take the step out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScriptsPart</name>
    <message numerus="yes">
        <source>on %n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Looking through {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start project {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file named {0} already: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facilitator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetsPart</name>
    <message>
        <source>you took the tick off</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name is {0}; change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepGrid</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepGridModel</name>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass at %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries are 2 to 1000; pass at is 0 to 100, in percent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Step {0}: {1}. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThumbButton</name>
    <message>
        <source>Picture {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolDialog</name>
    <message>
        <source>Scripts for TestRail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts for Xray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results for Xray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts for Zephyr Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts for TestLink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts for Azure Test Plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defects for Jira</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File for another tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came from a tool goes back to it with the ids that it has there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialBar</name>
    <message>
        <source>Try {0} of {1}   ·   {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted from {0} % passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P or F counts a try; {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % passed, with 95 % certainty {1} to {2} %; {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tries: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoKeeper</name>
    <message>
        <source>Undoing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redoing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>✔ Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a value of {1}: choose one of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: there is no “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes a whole number, such as 12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes a date, such as {1} or 2026-03-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Opened last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can also drop a workspace here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact, training, testing and adoption of one change, on one desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with an empty desk and one project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where you or a colleague stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An 85-agent team moves to a new CRM: look around and try everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every workspace is backed up while you work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ChangeDesk workspaces (*.changedesk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where shall the sample project be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes are signed with this name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ChangeDesk {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk of a project manager who changes how a customer-service operation works. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is under way: close the workspace when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkIndicator</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the work under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>Add {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
