<?php

// The entry of OJS 3.3. OJS 3.4 and later take the class in CiteletPlugin.php by its name.
require_once __DIR__ . '/CiteletPlugin.inc.php';

return new CiteletPlugin();
