<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About ChangeDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ChangeDesk {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk of a project manager who changes how a customer-service operation works. It makes no connection to any network by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ChangeDesk is free software under the MIT licence. Qt and Qt for Python are used under the GNU Lesser General Public Licence, version 3. This copy runs from Python packages: the licence of each library lies in its package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <message>
        <source>Impact &amp;report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact &amp;workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Communication plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training &amp;plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training &amp;workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Attendance sheets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heat map by aspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map by &amp;month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;mitigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate for the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate for the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is rated so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 aware only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 a minor new step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 needs training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 core task changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 role redefined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mark as sent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a se&amp;nding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export .&amp;ics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resistance log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Champions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sponsor roadmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Power and interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;ADKAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add ADKAR &amp;reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to manage closely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to keep satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to keep informed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge groups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Split the group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups as tree or ta&amp;ble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Propose a schedule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move to another session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;verage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;kills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draw from impacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a s&amp;kill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark what must be &amp;retrained…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enrol people…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con&amp;firmed, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take people &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New c&amp;ondition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop or blur a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a picture and edit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a &amp;kit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Benefits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go/no-go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Surveys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an &amp;answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Invite a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;gnatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;gn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put together with another &amp;copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last &amp;merge back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a b&amp;undle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a &amp;returned workbook in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chec&amp;k a document…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve the file again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel &amp;form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paper form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take returned forms in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a &amp;ready survey…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read an &amp;XLSForm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;XLSForm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the question &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the question &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kiosk mode…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in &amp;paper answers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the resistance &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the wave, or close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite &amp;groups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note a re&amp;minder of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adoption re&amp;port…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survey re&amp;port…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survey &amp;workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import &amp;answers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the survey…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;word the question…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Readings of proficiency…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Give to another tester…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdkarChart</name>
    <message>
        <source>Mean score, and how many score low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many have which barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  ◆ barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  ◆ most</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdkarPanel</name>
    <message>
        <source>Groups with readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most held back by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as a barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barrier: 3 or below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barrier: below 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ADKAR readings yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reading says how far a person or a group is with each of the five elements, 1 to 5. The first one at 3 or below is what holds them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) of the group as a whole</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the mean points to {0}, but most are held back by {1}: begin there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most are held back by {0}: begin there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group as a whole</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Adoption</name>
    <message>
        <source>95 %: {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>reached %n day(s) after go-live</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} ({1} of {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, and lost again since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⊘ short, not surely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ no target set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ not measurable: no baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ the target is on the wrong side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ the target is the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ target reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔* reached, not surely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✖ short of the target</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdoptionPage</name>
    <message>
        <source>Adoption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New benefit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersChart</name>
    <message>
        <source>↺ agreeing is bad news</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message>
        <source>Import answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of the response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long it took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state of the response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether it is whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new response(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>a new survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new wave(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new question(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersImport</name>
    <message>
        <source>Import answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers (*.xlsx *.xls *.ods *.csv *.tsv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking answers in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n response(s) taken in. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
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
    <name>AssessmentsView</name>
    <message>
        <source>Questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was not answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} questions, each answered by one digit; what is left blank stays blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk of the change: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer sheet(s) on {0}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: mean {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, alpha {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without keeping the answers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttendanceView</name>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who came? Enter notes it, Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to take attendance of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a session on the tab Sessions and say who comes: they are listed here in large type, and one key notes each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is enrolled in this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol people on the tab Sessions, or press W and type who came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ {0} to note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A attended · P partial · N no-show · E excused · ⌫ back · W walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score {0} %: Enter notes it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarsDelegate</name>
    <message numerus="yes">
        <source>⚠ %n need(s) without a course</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✔ {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go-live: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ no headcount yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarsModel</name>
    <message>
        <source>{0}: {1} trained, {2} expected at go-live</source>
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
    <message>
        <source>Before you start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BehindPanel</name>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project&apos;s view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group&apos;s view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BenefitPane</name>
    <message>
        <source>from {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % of it comes only if people change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BubbleChart</name>
    <message>
        <source>Power and interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power {0}, interest {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚑ stated: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 3 is on no agreed side: either may be meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salience: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Interest →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go outside: nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power {0}, interest {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power →</source>
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
    <name>CalendarView</name>
    <message>
        <source>Messages of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not told in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No communications yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages with a day, or with words such as “Every Wednesday”, stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} busy   ·   Arrows, PgUp, PgDn, T today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}</source>
        <comment>a month and its year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} without a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}</source>
        <comment>a day, written out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing goes out on this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n hard impact(s) not told in time</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✔ Every hard impact is told in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hard impacts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>announced day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent, no day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CameBack</name>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n change(s) in the workspace since it was made</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✔ Nothing it shows was changed since it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} taken · {1} conflicts · {2} not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody named</source>
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
    <name>ChampionPane</name>
    <message>
        <source>Add people and groups first: a champion is one of them.</source>
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
    <name>CheckingHands</name>
    <message>
        <source>Which document shall be checked?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents (*.xlsx *.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n impact(s) to look at. Enter opens one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✔ Nothing to mend in the impacts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicesBody</name>
    <message>
        <source>In your own words</source>
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
    <name>ClosedBar</name>
    <message>
        <source>{0} is closed: reopen it to change it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeParts</name>
    <message>
        <source>Subject {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CollectDialog</name>
    <message>
        <source>Key in paper answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect in kiosk mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each answer on the sheet has its code. Type one code after the other; Enter goes to the next question, and after the last one keeps the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole screen is handed to those who answer. A PIN, chosen next, takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: no codes are asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s without a touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask “Still there?” after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyed with each paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each person says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase has at least {0} letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>Folder of returned forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking forms in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workbook in this folder.</source>
        <translation type="unfinished"></translation>
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
    <name>Comments</name>
    <message>
        <source>✔ may be quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be quoted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommentsView</name>
    <message>
        <source>Survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A subject has a name, what it means, and an example: so two readers sort alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–9, a–z: subject · + = −: mood · Space: may be quoted · Enter: next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No survey yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments are answers in words: take a ready survey or make one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is asked in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no question that is answered in words, or no wave. Add a question of the kind Free text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} comments, {1} read by {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This survey is anonymous: comments are shown once the wave is closed, in an order that tells nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden: fewer than {0} people wrote something, and words may tell who wrote them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody wrote anything here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share (95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no subject yet: add the first ones under Codebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second reader has not read yet: type another name at “Read as” and read at least a fifth of the comments again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by {0} too: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa {0} ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in the resistance log; the comment may be quoted now. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommunicationsPage</name>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which groups is it meant for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That it went out on a day, and whom it reached. Ctrl+M notes it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the communications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows in the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to another day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp, PgDn in the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to another month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T, N, P in the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today; next, previous message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter in the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the message of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps ✔</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n communication(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n communication(s) marked as sent. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n communication(s) approved. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here waits for approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without a day left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue since {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictsView</name>
    <message>
        <source>Nothing to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When two copies of the workspace were worked on apart and say different things of the same matter, both are kept and shown here side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚡ Two values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚡ Two results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚡ Taken out, and worked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ Also said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One side took it out, the other worked on it without knowing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest is shown everywhere. A digit brings another back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both stand until somebody decides; meanwhile it does not count as passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the digit of what is to hold; Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  Take this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoursePane</name>
    <message>
        <source>A skill that the course gives, and the level that people have afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which courses must come before this one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which test scripts serve as exercises? One that fails marks the course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoverageBars</name>
    <message>
        <source>Coverage of each group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoverageFigures</name>
    <message>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests: normalised gain {0} ({1} tested before and after)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings: {0} at the level asked ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained: {0} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no day yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected at go-live {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still to be trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained: who attended. Whether they work the new way is another figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted, for they name no group: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted, without a headcount and without people: {0}.</source>
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
    <name>CoverageView</name>
    <message>
        <source>Coverage on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to cover yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage compares who attended with who must be trained: it needs training needs with a group. Type one, or draw them from the impacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriterionWords</name>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its waiver ended on {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody ticked it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody ticked it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no condition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no expected tester.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no requirement in scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run that passed, failed or was blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived by {1} until {2}: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived by {1}: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived until {2}: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} conditions with owner and date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} expected testers present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} requirements in scope covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} runs executed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} runs passed, of those passed, failed or blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” under “Only” is no priority or severity that counts here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CycleConditions</name>
    <message>
        <source>A cycle is accepted with conditions when something must still be done: what, by whom and until when. They stand on the certificate above the signatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
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
        <source>Exit criteria met: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria added: {0}. Ctrl+Z takes them back.</source>
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
        <source>Is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
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
    <message>
        <source>PDF documents (*.pdf)</source>
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
    <message>
        <source>open defects: median {0} days, oldest {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all done on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n decided first attempt(s)</source>
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
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
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
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
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
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen the cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cycle</source>
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
    <name>DefectAgeing</name>
    <message>
        <source>Time in each status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
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
    <message>
        <source>Ageing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Designing</name>
    <message>
        <source>The survey is made. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read an XLSForm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XLSForms (*.xlsx *.xls)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of the form are not as they were:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save as XLSForm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XLSForms (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its questions are copied, without any answer. Title of the copy:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reword the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once it was answered, other words make another question: the old one keeps its answers, and a series of its own begins. The question:</source>
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
    <name>DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go/no-go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide ({0})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No documents yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message numerus="yes">
        <source>Looking at %n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EngagementMatrix</name>
    <message>
        <source>Engagement matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngagementModel</name>
    <message>
        <source>Stakeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current and desired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>desired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– not rated: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ +{0}  action needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▼ −{0}  more than wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ 0  as wanted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngagementPanel</name>
    <message>
        <source>C is where they are, D where they must be: press C or D, or drag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>▲ %n need(s) action</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, most of all {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not rated yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>Enrol people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who comes to {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks a line, Ctrl+A all that are shown, Ctrl+Enter enrols them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in it then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in {1} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ {0}: {1} too many</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnrolHands</name>
    <message numerus="yes">
        <source>%n more than there are seats.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) enrolled. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
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
    <name>FigureCards</name>
    <message>
        <source>Tests executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open defects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survey answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no measure has a target</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n adoption measure(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✔ all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no test cycle yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ none critical or high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no hard impact yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n not told in time</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} hard impacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody must be trained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least: {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: none invited by number</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, and %n other open cycle(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing was tested yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n group(s) without headcount</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n need(s) without a group</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nobody counted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureDetail</name>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups and filters are shown once the wave is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↺ Reversed: agreeing is bad news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top two answers: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median {0}, mean {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, standard deviation {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} promote, {1} passive, {2} detract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} answered only a part and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better than about {0} of 100 systems that were measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cronbach&apos;s alpha {0} ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ The questions hardly go together (alpha below 0.6).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ A question asks the other way round: mark it reversed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than ten answers: alpha says little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody answered alike: there is no alpha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not “no change”: so few answers could not show one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect (95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p, all comparisons (Holm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mid-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
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
    <name>FormsDialog</name>
    <message>
        <source>Returned forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} taken in, {1} there already, {2} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✖ refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>➔ there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔* taken in, with remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ taken in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message>
        <source>Hard impacts and who tells of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told before it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does not fit in the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each group hears it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enough?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hard impacts yet: nothing that somebody must be told of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n hard impact(s) not told in time. Enter opens one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✔ Every hard impact is told in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the plan that do not fit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✔ Nothing in the plan clashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No communications yet: nothing can clash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each group needs to hear it {0} to {1} times; {2} of {3} are on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each group needs to hear it {0} to {1} times; no message names one yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GiveDialog</name>
    <message>
        <source>Enter gives them. What somebody has begun stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to another tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet, decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Who takes %n run(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupDetail</name>
    <message>
        <source>Needs of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+ %n not known by name</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Missing ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headcount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people in the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained {0} ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen at the required level: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ no course serves it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the group a headcount, or people: nobody can be counted yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupFace</name>
    <message>
        <source>I would rather not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which team are you in?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupPane</name>
    <message>
        <source>People of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupTree</name>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site, shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The headcount is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in the groups within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— until {0}</source>
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
    <name>HeatMap</name>
    <message>
        <source>Severity: lowest–highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach: severity × people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of impacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted: low 1, medium 5, high 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours per person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aware only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a minor new step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>core task changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role redefined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Med</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degree, intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatModel</name>
    <message>
        <source>{0}, too much at once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatPanel</name>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n impact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>hardest {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reach {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}{1} h each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to discuss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◥ {0} hit this group hard at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◥ {0} h asked of each person, {1} h are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest calmer month: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calmer month is near.</source>
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
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: changed, and put back to {1}</source>
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
    <name>Impact</name>
    <message>
        <source>incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hard to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red: needs help now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yellow: coach the sponsor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green: strong sponsor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dangerous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>definitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dependent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discretionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dominant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dormant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no day noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no day: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of the three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue since {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent, but no day noted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the impact has no start day: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too late: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImpactsPage</name>
    <message>
        <source>&amp;New impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done about this impact: a message, training, a job aid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitigations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heat map fills itself from the impacts: those with a group, by month also with a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map by aspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the impacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or Tab in the last row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with a new impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter in a heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is behind the cell; Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab in the workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate for the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows in the workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to what comes next, or before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks ✔</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>◆ {0} to discuss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} without a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◥ {0} times too much at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} without a date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportChange</name>
    <message>
        <source>Stakeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attended and passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attended and failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating or state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the change side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>week {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row is filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attendance(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n communication(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completion(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) of duty</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n impact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) brought up to date</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign(s) of resistance</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stakeholder(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training need(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>influence {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interest {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>severity {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} people</source>
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
    <message>
        <source>Scripts, defects, stakeholders, impacts, communications, training, attendance, rosters: somebody’s own sheet or Word table in any shape and language, or the export of another tool. Nothing is written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stakeholders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n defect(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n defect(s) brought up to date</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requirement(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requirement(s) brought up to date</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) in {0}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) brought up to date</source>
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
    <message>
        <source>Everything in this file is here already: nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Imported %n script(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} begin a script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} go on with one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} make a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows in sheets without a tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. {1} rows read = {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, {2}, {3}</source>
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
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries that must pass</source>
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
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
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
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script or cycle</source>
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
        <source>Tested by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Invite groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is invited to {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptFile</name>
    <message>
        <source>Save the file again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was made (*{0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was saved as it was made.</source>
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
    <message>
        <source>Copy the selected cells, for Excel too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected records; Ctrl+Z brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the cell; Enter saves it and goes down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the cell as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a block of cells, from Excel too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the cell and go to the next one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>The PIN takes you back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a PIN before you hand the computer over. It is asked for to leave the kiosk. Should you forget it, restart the computer: every finished answer is kept by then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskCalendar</name>
    <message>
        <source>Pick a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskFrame</name>
    <message>
        <source>ChangeDesk – {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave (Esc)…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with answers left half-way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where I stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are anonymous: nothing that tells who you are, nor when you answered, is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are confidential: only the project team sees them one by one, and figures are shown for groups of {0} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are kept with your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first two letters of your mother&apos;s first name and the day you were born, such as MA07. It pairs your answers with those of the next time, and names nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code that was shown to you when you stopped, such as K7M-2QX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code, or go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answers wait under this code. Look at it again, or begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your code, or go on without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped half-way, and your answers were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers could not be kept, for a reason that nobody foresaw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Your answers are still here; please fetch somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the start in {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch the screen or press a key to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise what you answered is kept. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To go on with them, choose “Go on with answers left half-way” at the start and type this code. Please note it now:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KitDialog</name>
    <message>
        <source>Start from a kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starter kits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this part holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a project first: it is what a kit is taken into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days are counted from go-live on {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no go-live yet: days stay empty, messages say in words when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take %n entry(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) made from the kit. Ctrl+Z takes them back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everything of it is there already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kits</name>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stakeholders and sponsor actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impacts and what is done about them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills, courses and needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {0} afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after go-live</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before go-live</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) after go-live</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) before go-live</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>at go-live</source>
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
    <name>MatrixPanel</name>
    <message>
        <source>No stakeholders yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can help or hinder the change? Write them down, then rate them here.</source>
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
    <name>MeasureChart</name>
    <message>
        <source>target {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go-live</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasurePane</name>
    <message>
        <source>Effective adoption {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} become one group. Headcount: {1}. They keep their past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergingHands</name>
    <message>
        <source>Put together with another copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies and bundles (*.changedesk *.cdbundle)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has nothing that is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in what {0} has?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put together</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>New: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is called {1} from now on: both copies had given that code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of the other computer is more than a day ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back what was here before the last merge?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That goes as long as nothing was written since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the merge back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merge with {0} was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundle (*.cdbundle)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} operations, {2} pictures and files.</source>
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
    <name>MonthGrid</name>
    <message>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>★ go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+{0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move to another session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Where do %n person(s) go?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enter moves them and fixes them there: a proposal leaves them alone.</source>
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
    <name>NumberBody</name>
    <message>
        <source>From {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last one away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Impact that names no group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard impact that nobody owns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard impact, nothing done about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard impact without a start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact that ends before it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact on more people than there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact rated apart, to be discussed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard impact not told in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message after what it announces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages on the same day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message in a busy time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message that did not go out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message without a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard impact without training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard impact without a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group without a champion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group without a training session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group that no survey asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Champion who left the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course with nobody booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person in two sessions at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person on leave at a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person off shift at a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session in a busy period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session before the course it needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session with too few seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session before its materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course to be given again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirement that nobody tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed test without a defect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure that is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefit without a measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefit with a target the wrong way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test cycle starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test cycle ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survey opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survey closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to resistance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message due and not approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message that is for nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact on a group that is no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need of a group that is no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message for a group that is no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room taken by two sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainer in two sessions at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test changed in two copies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing, by kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is late, and the next two weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to tell yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you see at once where the project stands, what is missing and what comes next. Import what you have (drop a file on the window), type on any page, or start from a kit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next two weeks ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No day for go-live yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go-live {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n thing(s) missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✔ Nothing is missing</source>
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
    <message>
        <source>A communication says who hears what, from whom, when and why. Type one, paste a plan from Excel, or take the messages of a starter kit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An impact says what changes for a group and how hard. Type one, paste a block from Excel, or rate the ten aspects together with a group in a workshop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was seen or heard against the change, which element is missing, and what we do about it. Type one or paste a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A champion speaks for the change in a group. Name one for each group that is hit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each sponsor does and when: be seen, win the other managers, speak with people. Type it, paste a list or take the steps of a starter kit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stakeholder is a person, a group or an outside party who can help or hinder the change. Type one, or paste a register from Excel; then drag the bubbles to rate them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stakeholders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A need says which group must be able to do what by go-live. Type one, paste a list, or draw them from the impacts: each that calls for training becomes a need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A course is what is taught: a class, a recording, a job aid. Say which skills it gives, what comes first and which test scripts it practises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session is a course at a time and a place. Make one, then Ctrl+E says who comes; clashes are marked at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A skill is something that people must be able to do. Needs ask for a level of it, courses give one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A measure is a behaviour that one can count: how many of those who could do it, do it. Read it from the usage reports of the new system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A benefit is what the change is worth: where it started, where it must come to, and how much of the way is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every workbook and document that is made is listed here: for whom, when, and whether it came back. Make one on its page; drop one that came back anywhere on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A go/no-go decision says on which day who decided what, and why. It is signed like a cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adoption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A survey asks the same people the same questions before go-live, at go-live and after it. Take a ready one, read an XLSForm, or begin with an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questions of the survey in hand, in their order. A question keeps its key over all waves, so that its answers can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wave is one time at which the survey is asked: who was invited, from when to when, and how many answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A defect is raised in run mode with Ctrl+D and knows its step, build, tester and picture. One that nobody tested for is added here; a list of another tool is imported.</source>
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
    <name>PaperDialog</name>
    <message>
        <source>Key in paper answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code of the box that is ticked, Enter goes on. Several codes: 1 3. An empty line is a question without an answer. After the last line Enter keeps the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers that were keyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the paper (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers kept: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was keyed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an answer: {0}. Enter again keeps it as partial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: one moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a reason that nobody foresaw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✖ {0}: not kept. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper {0} was not kept: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the paper at hand first, then this one comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper {0} was taken out; mend it and keep it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper {0} was taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment: the last paper is being kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paper is not kept yet. Closing again gives it up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperLine</name>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The places from top to bottom: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group has this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has this name.</source>
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
    <name>PersonFace</name>
    <message>
        <source>That is me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first letters of your name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Crop or blur…  E</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureEditing</name>
    <message>
        <source>The edited picture is kept; the original is removed for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureEditor</name>
    <message>
        <source>Crop or blur {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture. Arrows move a frame, Shift with arrows sizes it, Space crops or blurs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur  B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop  C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back  Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter keeps it, Escape drops it. Nothing has been kept so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter keeps this in place of the picture, and removes the original from this workspace for good: undo does not bring it back. Backups and copies that were made before still hold it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a frame around what is to stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a frame over what nobody may read.</source>
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
    <message numerus="yes">
        <source>Wrong too often: wait %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
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
    <name>PowerPanel</name>
    <message>
        <source>Drag a bubble, or move it with the arrow keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not rated yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚑ %n stated to belong to the quadrant named there</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Shown only if {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be answered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectDocuments</name>
    <message>
        <source>Save {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {0}</source>
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
    <name>ProofDialog</name>
    <message>
        <source>Check a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in the workspace since it was made</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⊘ Made elsewhere: this workspace cannot vouch for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✖ Altered: it does not say any more what it said when it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ Genuine: byte for byte the file that was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ Genuine: its content is what was sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ Same content, different file: it was saved again, nothing was altered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message>
        <source>Busy period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another course comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In two places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many of the group away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes {1} minutes and the hours given have {2}: {3} too few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: its materials are ready on {1}, after the last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: no day for it lies between the first and the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: nobody may be away, its share of {1} is less than one person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: sessions needed for all who must come: {1}, planned: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProposalDialog</name>
    <message>
        <source>Propose a schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is trained when?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It keeps seats, shifts, busy periods, shares of groups, and what was fixed by hand. Enter applies it; people can be moved afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose new sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More where shifts ask for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekends too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for a schedule …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Without a place ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) given</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new session(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to change: nobody who needs these courses can be placed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProposalHands</name>
    <message>
        <source>Make a course first: there is none to schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) scheduled. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This course has no other session to move to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) moved. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Choose all that apply.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionPane</name>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers that the question offers, in their order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionSheet</name>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 {0}   …   {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to {0} answers and goes on · Del leaves blank · Backspace back · Enter keeps · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsFace</name>
    <message>
        <source>Clear the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
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
    <name>RankBody</name>
    <message>
        <source>Touch them in your order, or drag them; touching one again takes it out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RankRow</name>
    <message>
        <source>Move up: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, place {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatesChart</name>
    <message>
        <source>{0} answered, none invited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} broke off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadinessPage</name>
    <message>
        <source>Readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resistance log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Champions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sponsor roadmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 5 on a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del on a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the question blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace on a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the question before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter on a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>ADKAR reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” takes a whole number, not “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingsDialog</name>
    <message>
        <source>Readings of proficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skill level seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadyDialog</name>
    <message>
        <source>Ready surveys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questions call the new system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a ready survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonLine</name>
    <message>
        <source>Why? R writes here, Enter keeps it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is rated so</source>
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
    <message>
        <source>Loading…</source>
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
    <message>
        <source>Retest of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is succeeded by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 to 10; empty for 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADKAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADKAR item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adoption measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adoption measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adoption report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After communications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreeing is bad news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved with conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch of answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches of answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefit reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefit readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By returned document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes of comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depends on people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty for 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty for that of the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty while nobody measured it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go with conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go/no-go decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go/no-go decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items of one construct make a score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its place on the scale; empty where there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, ill, not concerned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked by a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark of a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks of comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not eligible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a share in percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One question at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of preference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over which time it is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People make a code of their own that pairs their waves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Population</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarterly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions of one scale share their answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read after the last question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read before the first question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommendation 0 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row of a grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several of several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest group shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of adoption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays the same over all waves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as ${used} = &apos;yes&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System usability item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share that comes only if people change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UUID of what was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is decided with its answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one would see somebody do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rows of one grid have in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it must be back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the figure is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of our own it was made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who could show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows adoption of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the file as it was made; empty where it is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 Not at all likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 Extremely likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= no detectable change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= no detectable difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? too few to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little too fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the System Usability Scale (Brooke 1996): its order and direction, our wording. Where you compare with published figures, put in the original statements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents’ pulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end of the test cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before anything is announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change pulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat or messaging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check of a behaviour in contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chi-square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cliff&apos;s delta, −1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cramér&apos;s V, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers’ pulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did the customer have to say something twice?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you have to say something twice?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not apply to me yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail or case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight weeks after go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eleven short questions about the move to {system}. They take about three minutes. There are no right answers: say how it is for you today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody who was asked answered: this is a fact and needs no test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First of the four levels of Kirkpatrick (1959); the wording is ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fisher, drawn by lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fisher, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five short questions about your contact with us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four weeks after go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four weeks before go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friedman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friedman, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halfway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halfway through the test cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How agents get on with {system} after go-live: satisfaction, effort, trust, and whether they would recommend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How easy is it to bring a usual contact to its end in {system}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How easy was it to get what you needed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far do you trust yourself to do your usual work in {system}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely would you recommend this training to a colleague in your role?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely would you recommend us to others?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely would you recommend {system} to a colleague in another team?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How satisfied are you with this contact?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How satisfied are you with {system} in your daily work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How usable people find {system} once they have worked with it for four weeks: ten statements that give one figure from 0 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was the pace?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I agreed with the managers concerned on what each of them does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I answered questions and objections of the teams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I can handle my usual contacts in {system} without help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I can rely on what {system} shows me.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I can say in my own words why we are moving to {system}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not know yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I feel sure of myself when I use {system}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I get the time and the support I need to practise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I had enough time for the tests beside my usual work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I had to learn a lot before I could begin to work with {system}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know what I have to do differently from the first day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know what changes in my own work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I settled a conflict or took away an obstacle for the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I thanked people who work in the new way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I told people in person why we change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I visited the teams that are hit hardest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I want this change to work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I would be glad to work with {system} often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I would need somebody from the technical side to be able to use {system}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If I could, I would go back to the old way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In my team it is noticed when somebody uses it well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is your question settled?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not noted for whoever comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not tried at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kendall&apos;s W, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kruskal-Wallis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kruskal-Wallis, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mann-Whitney</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mann-Whitney, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>McNemar, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most people would learn to use {system} very quickly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much too fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither disagree nor agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither dissatisfied nor satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither hard nor easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now, after the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which day, last?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sheet for each contact that you listened to or read. Tick what you saw, not what you think of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own. Several contacts of one agent belong together: look at a few of many agents rather than at many of a few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please name no customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please name no customers and no colleagues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write no names and no numbers of contracts or accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction to the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommendation from 0 to 10 after Reichheld (2003); NPS is a registered mark of others. The wording is ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six actions since the last check: what you did, not what you meant to do. Three minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six questions about working with {system}. One minute; nobody is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six weeks before go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sponsor’s actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sponsor’s self-check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongly agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongly disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten statements about {system}. Tick quickly what comes to mind first; if you cannot decide, take the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester pulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you for your time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. The answers go into the report on the test cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. The answers go to the project manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. The results are shown to all teams, never for single people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. The sheet is kept; the next contact can begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. The trainer sees the results of the session as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. What is decided because of the answers will be told in the teams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer was not told what happens next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The defects that I reported were dealt with in a way I can follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The different functions of {system} fit together well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The five elements are those of ADKAR (Hiatt 2006), a registered trademark of Prosci; the wording is ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same people may be in both waves; they are treated as different ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scripts cover what really happens in my work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scripts told me clearly what to do and what to expect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test data looked like our real customers and cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three tasks of sponsors are Prosci’s; actions and wording are ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trainer could answer what we asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training fits what I do every day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was enough time to try things out myself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact gave no occasion for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three months after go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much in {system} works one way here and another way there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two minutes about the tests of {system}. Say it as it is: what you say here is cheaper now than after go-live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two minutes about {course}. Nobody is named, and the next sessions will be changed by what you say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two weeks after go-live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usability of the new system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was it seen in this contact that the agent {behaviour}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welch&apos;s t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I learned is what I need in my daily work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you need from the project for that?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What gets in your way most?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is still unclear to you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must be mended first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people who were just trained in {course} make of it: Kirkpatrick’s first level. It says what to mend in the next session, not whether anybody works differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should the next session do differently?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should we do better?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sponsor did since the last check: six actions, done or not done, with the day. Compare it with what the teams say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was missing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there already was not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will you do next, and by when?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What works well?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What worries me about it is taken seriously.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would have to be different?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would help this agent?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When I am stuck, I get help before the customer notices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where people stand with the move to {system}, element by element, and what holds them back: asked five times with the same words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether customers feel the change: solved or not, effort, satisfaction and recommendation after a contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether people do what the change needs, seen by quality assurance in real contacts: one sheet for each contact, a proportion with its interval as the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the acceptance tests of {system} can be believed: what the testers think of scripts, data and time, and whether they would go live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which situation in your work did nobody test?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which step in {system} costs you most time?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wilcoxon signed rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wilcoxon signed rank, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the materials I can look things up on my own later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working with {system} is very cumbersome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would you go live with it today?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, once certain things are mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference in percent points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference in points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference of means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epsilon squared, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hands a contact over as agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank-biserial, −1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z of the scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more answers on each side would settle it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more people who changed would settle it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more people would settle it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} is easy to use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{system} is more complicated than it needs to be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▼ down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▼ lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◆ they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knows of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teaches others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every Monday, every 2 weeks, 15th of every month; or an event.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegroupDialog</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say from which day on.</source>
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
    <name>ResultPictures</name>
    <message>
        <source>Answers to each question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of those who answered · left of the dashed line the lower answers, right of it the higher ones · at the right the two highest, with 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each question over the waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions by groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mark is the score, the box its 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes between waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences between groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of {0}, see there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(another group)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>shown once the wave is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–6 detract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7–8 passive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9–10 promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words: read them under Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {0}, median {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>net promoter score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top two, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First to last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p, Holm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden: fewer than {0} people answered, or a hidden group could be worked out from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pairs, {1} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two highest answers and how many answered · amber below 40 %, blue from 60 %; a net promoter score has its sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full: answered · hatched: broke off · the line: how many are needed for ± {0} points at 95 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One wave tells no trend: ask the same questions again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no question on a scale, or nobody said what group he is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This survey has no score: mark questions with an ADKAR element, or name what several of them measure together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was invited to this wave: under Waves, say how many of each group were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two waves with enough answers are needed before a change can be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least two groups that are large enough to be shown are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System usability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net promoter score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interval adjusted for few answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody answered all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grade {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ barrier: the first element at 3 or below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores on their scale, then the two highest answers, with 95 % interval · the dotted line is the middle · at the right the last wave against the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} → {1}: {2} of {3} codes pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} came twice in a wave and pair nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” became “{1}”: a series of its own, not compared with the answers before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden: a group under {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↺ agreeing is bad news: there fewer is better, and coloured so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ is a question to be reversed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ its questions hardly go together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminded on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This survey is anonymous: {0} answers or more come to count together, so that nobody is told by the day, and the last {0} wait until the wave is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} answered, and wait to be counted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message>
        <source>Survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told apart by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>No survey yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results are those of a survey: take a ready one or make one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working the figures out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has answered “{0}” so far. Open a wave, then let people answer in kiosk mode, send the Excel form, or take returned forms in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who they are is not known: this survey does not tell names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not answer</source>
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
    <name>Retraining</name>
    <message>
        <source>No exercise failed or changed: all still holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark these courses, and who was trained on them, as to be retrained?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}: {2}; {3} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) to be trained again. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnCard</name>
    <message>
        <source>When exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1  Take what was returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Keep what is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Both, as disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  {1} (likely)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0  Leave out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Returned workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who returned it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to decide: T take, K keep, B both, Space next. What is left undecided is done as its line says.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Enter takes it in as one change; Ctrl+Z takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) were filled in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnTable</name>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells that were filled in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReturningHands</name>
    <message>
        <source>Which workbook came back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx *.ods *.xls *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking {0} in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace was changed meanwhile: it was compared again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) taken in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) decided</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Z takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RollDelegate</name>
    <message>
        <source>walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ retrain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RollList</name>
    <message>
        <source>Who is in the session</source>
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
    <name>RunGiving</name>
    <message numerus="yes">
        <source>%n run(s) given. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed hands: begun runs stay with whoever has them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunHands</name>
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
    <name>RunPictures</name>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step has no picture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is just being kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was kept meanwhile: edit it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} step {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScaleBody</name>
    <message>
        <source>Not at all likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extremely likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongly disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongly agree</source>
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
    <name>SendDialog</name>
    <message>
        <source>Mark as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reach is a number from 0 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
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
    <name>SessionPane</name>
    <message>
        <source>Clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a course first: a session is a course at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Clashes ({0})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionPeople</name>
    <message>
        <source>Nobody is in this session yet. Enrol people; clashes show at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one session to see who is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in {1} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0} will come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
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
    <name>SignDialog</name>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign what is there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature covers {0} as they are at this moment, under the digest {1}. What is changed afterwards is shown beside the signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at what there is …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Drawn signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here, or leave it empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignaturesView</name>
    <message>
        <source>Signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since it was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is signed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign a cycle, an assessment, a plan, a report or a decision. The signature covers exactly what is there; what is changed afterwards is shown beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since {0} signed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed since {0} signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · digest {1} · key {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SigningHands</name>
    <message>
        <source>Impact assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adoption report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is signed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts begin on this day; {0} ends then and keeps its past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who goes where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of part {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no further part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headcount of part {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StakeholdersPage</name>
    <message>
        <source>&amp;New stakeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the stakeholders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power and interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADKAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab in the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the next bubble in hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows in the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change power or interest by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C, D in the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are here; they must be here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del in the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the marks off the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter in chart or matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the stakeholder</source>
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
    <name>SurveysPage</name>
    <message>
        <source>Surveys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New wave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextBody</name>
    <message>
        <source>Enter goes on, Shift+Enter begins a new line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters left: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThumbButton</name>
    <message>
        <source>Picture {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens it, E crops or blurs it</source>
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
    <name>Training</name>
    <message>
        <source>also in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more people than seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the materials are ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no time yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its room is taken by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its trainer is also in {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A, P, N, E on a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attended, partial, no-show, excused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace on a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W on a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody came without being invited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits, Enter on a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note the score, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C on people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed, or only invited again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del on people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them out of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) drawn from impacts. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No impact calls for training that has no need yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New skill</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
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
    <name>Understanding</name>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
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
    <message>
        <source>{0} takes a day and a time, such as {1} or 2026-03-31 09:00.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictTable</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect (95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p, Holm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewCard</name>
    <message>
        <source>not rated yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewsPage</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaiverDialog</name>
    <message>
        <source>Waive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
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
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does “{0}” not have to be met?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it stands on the certificate. Without a day it holds to the end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaveHands</name>
    <message>
        <source>{0} is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n anonymous answer(s) stay out: fewer came than the smallest group has.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) invited. Ctrl+Z takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The reminder is noted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WavePane</name>
    <message>
        <source>Invited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of each group were asked, as it was then.</source>
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
    <name>WorkshopBoard</name>
    <message>
        <source>Project&apos;s view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group&apos;s view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ One view is still missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ Not rated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◆ {0} apart: discuss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ Agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✔ {0} apart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkshopView</name>
    <message>
        <source>Workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–5 rate · P project · G group · Tab other side · ↑ ↓ next · R why · Page Up, Page Down group · Ctrl+Z back · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workshop is held with a group of people who are hit alike. Add the groups on the page People first; Esc leaves the workshop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} rated by both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · ◆ {0} to discuss</source>
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
<context>
    <name>_OfSurvey</name>
    <message>
        <source>Make a survey first, or choose one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ReadPane</name>
    <message>
        <source>Readings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
